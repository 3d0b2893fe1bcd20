package org.rpcscope.ui.shell;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.rpcscope.ui.fx.FxThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where every defect ends: in the log, and as a report in the window, which stays open. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** A defect that comes back with every pulse must not fill the log. */
    private static final int LOGGED = 50;

    private final String version;
    private final FxThread fx;
    private final AtomicInteger count = new AtomicInteger();
    private final ReadOnlyObjectWrapper<@Nullable String> report = new ReadOnlyObjectWrapper<>();

    Failures(String version, FxThread fx) {
        this.version = version;
        this.fx = fx;
    }

    /** The report of the newest defect; null while there is none. JavaFX thread. */
    ReadOnlyObjectProperty<@Nullable String> report() {
        return report.getReadOnlyProperty();
    }

    /** Takes a defect. Any thread. */
    void report(Throwable thrown) {
        String text = ErrorReport.of(thrown, version);
        if (count.incrementAndGet() <= LOGGED) {
            LOG.error("{}", text); // the report, not the exception: logs are sent to strangers as well
        }
        fx.later(() -> report.set(text));
    }

    /** The analyst has seen it. JavaFX thread. */
    void dismiss() {
        report.set(null);
    }
}
