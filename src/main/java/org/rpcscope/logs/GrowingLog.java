package org.rpcscope.logs;

import org.jspecify.annotations.Nullable;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.InputFormat;
import org.rpcscope.input.Onward;
import org.rpcscope.session.ObservationTable;

/** A log of lines. When it has grown, what was read of it is not read again. */
public interface GrowingLog extends InputFormat<ObservationTable> {

    /** What reads an input; null where its beginning cannot be read, which is told as a problem then. */
    @Nullable
    LineReading<?> reading(ByteSource source, ObservationTable table, Reading reading);

    @Override
    default void read(ByteSource source, ObservationTable table, Reading reading) {
        LineReading<?> lines = reading(source, table, reading);
        if (lines != null) {
            lines.run(source);
        }
    }

    @Override
    default @Nullable Onward<ObservationTable> readGrowing(ByteSource source, ObservationTable table, Reading reading) {
        LineReading<?> lines = reading(source, table, reading);
        return lines == null ? null : lines.runGrowing(source);
    }
}
