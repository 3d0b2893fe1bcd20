package org.rpcscope.ui.shell;

import java.util.Set;
import org.rpcscope.detect.Detection;
import org.rpcscope.export.Report;
import org.rpcscope.graph.ColumnLayout;
import org.rpcscope.graph.GraphBuilder;
import org.rpcscope.graph.GraphFile;
import org.rpcscope.graph.HostGraph;
import org.rpcscope.graph.Pairs;
import org.rpcscope.graph.Places;
import org.rpcscope.graph.View;
import org.rpcscope.job.Progress;
import org.rpcscope.ui.fx.Texts;

/** The picture of who talks with whom that stands in a report. */
final class ReportPicture {

    /** A page has room for fewer nodes than a window that can be zoomed. */
    private static final int NODES = 48;

    private static final View ON_PAPER = new View(View.GroupBy.NETWORK, Set.of(), Set.of(), NODES);

    private ReportPicture() {}

    /**
     * The picture of some sessions: work for a job.
     *
     * @param progress in sessions; when it is cancelled, the picture is of those that were met before
     */
    static Report.Picture of(Detection detection, int[] sessions, Progress progress, Texts texts) {
        Pairs pairs = Pairs.of(detection, sessions, progress);
        HostGraph graph = GraphBuilder.build(pairs, detection.networks(), ON_PAPER);
        Places places = new ColumnLayout().places(graph, Places.NONE, Set.of(), progress);
        long hidden = graph.hidden().sessions();
        String caption = texts.get("export.report.picture")
                + (hidden == 0 ? "" : " " + texts.count("export.report.left-out", hidden));
        return new Report.Picture(caption, out -> GraphFile.inline(graph, places, out));
    }
}
