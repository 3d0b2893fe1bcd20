package org.rpcscope.ui.shell;

import java.util.ArrayList;
import java.util.List;
import org.rpcscope.job.Job;
import org.rpcscope.job.Progress;
import org.rpcscope.session.Mark;
import org.rpcscope.session.Marks;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.SessionKey;
import org.rpcscope.session.Sessions;
import org.rpcscope.session.Status;
import org.rpcscope.ui.sessions.SessionsModel;
import org.rpcscope.ui.triage.Alike;

/** The sessions between the same two hosts to the same port as the chosen one. JavaFX thread only. */
record AlikeSessions(Features features) implements Alike {

    private static final int STEP = 1 << 14; // sessions between two looks at whether they are still wanted

    @Override
    public Job<List<SessionKey>> look() {
        SessionsModel.Selection selection = features.table().model().selection().get();
        Marks marks = features.triage().model().marks().get();
        return Job.of(
                "alike",
                progress -> selection == null
                        ? List.of()
                        : alike(selection.detection().sessions(), selection.number(), marks, progress));
    }

    private static List<SessionKey> alike(Sessions sessions, int chosen, Marks marks, Progress progress) {
        List<SessionKey> keys = new ArrayList<>();
        for (int session = 0; session < sessions.count(); session++) {
            if (session % STEP == 0 && progress.cancelled()) {
                break;
            }
            if (session != chosen && isAlike(sessions, session, chosen)) {
                Mark mark = marks.of(sessions, session);
                if (mark.status() == Status.NEW && mark.verdict() == null) {
                    keys.add(marks.keyOf(sessions, session));
                }
            }
        }
        return keys;
    }

    /** Whether the ends are the same, but for the port of the client. */
    private static boolean isAlike(Sessions sessions, int a, int b) {
        int placeA = sessions.best(a);
        int placeB = sessions.best(b);
        ObservationTable tableA = sessions.tables().get(sessions.table(placeA));
        ObservationTable tableB = sessions.tables().get(sessions.table(placeB));
        int rowA = sessions.row(placeA);
        int rowB = sessions.row(placeB);
        return tableA.source(rowA) == tableB.source(rowB)
                && tableA.destination(rowA) == tableB.destination(rowB)
                && tableA.destinationPort(rowA) == tableB.destinationPort(rowB)
                && tableA.transport(rowA) == tableB.transport(rowB);
    }
}
