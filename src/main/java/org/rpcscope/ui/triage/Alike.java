package org.rpcscope.ui.triage;

import java.util.List;
import org.rpcscope.job.Job;
import org.rpcscope.session.SessionKey;

/** Finds the sessions that are of the same kind as the chosen one, and that nobody has looked at. */
@FunctionalInterface
public interface Alike {

    /** The work of looking through the sessions as they are now; asked for on the JavaFX thread, done on any. */
    Job<List<SessionKey>> look();
}
