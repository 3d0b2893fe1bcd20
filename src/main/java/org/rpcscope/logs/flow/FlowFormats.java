package org.rpcscope.logs.flow;

import java.util.List;
import java.util.function.LongSupplier;
import org.rpcscope.input.InputFormat;
import org.rpcscope.logs.LineFormat;
import org.rpcscope.logs.LineFormat.Kind;
import org.rpcscope.session.ObservationTable;

/** The formats of this package. */
public final class FlowFormats {

    private static final int SURE = 90;

    private FlowFormats() {}

    /** @param clock nanoseconds from any origin, such as {@link System#nanoTime}: rows appear ten times a second */
    public static List<InputFormat<ObservationTable>> all(LongSupplier clock) {
        return all(clock, LineFormat.CHUNK);
    }

    /** @param chunkSize in bytes; it changes no result */
    public static List<InputFormat<ObservationTable>> all(LongSupplier clock, int chunkSize) {
        return kinds().stream()
                .<InputFormat<ObservationTable>>map(kind -> new LineFormat(kind, clock, chunkSize))
                .toList();
    }

    private static List<Kind> kinds() {
        return List.of(
                new Kind("aws-flow", SURE, true, (times, head) -> new AwsFlow(head)),
                new Kind("azure-flow", SURE, true, (times, head) -> new AzureFlow(head)),
                new Kind("gcp-flow", SURE, true, (times, head) -> new JsonFlow(times, FlowNames.GCP)),
                new Kind("nfdump", SURE, false, NfdumpCsv::new),
                new Kind("netflow-json", SURE, true, (times, head) -> new JsonFlow(times, FlowNames.NETFLOW)));
    }
}
