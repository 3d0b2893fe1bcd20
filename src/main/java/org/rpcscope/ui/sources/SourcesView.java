package org.rpcscope.ui.sources;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.rpcscope.cases.Import;
import org.rpcscope.ui.fx.Popovers;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** The list of inputs. JavaFX thread only. */
public final class SourcesView implements AutoCloseable {

    private static final double LINE = 46;
    private static final double ASSUMED_LINE = 19;
    private static final double MOST = 3.5; // the half says that there are more

    private final ListView<Source> list;
    private final VBox node;

    /** @param columns opens the dialogue on the columns of a table */
    public SourcesView(
            SourcesModel model,
            SourcesController controller,
            Texts texts,
            Popovers popovers,
            Consumer<Import> columns) {
        list = new ListView<>(model.sources());
        list.setId("sources");
        list.setAccessibleText(texts.get("sources.title"));
        list.setPlaceholder(Styles.wrapped(texts.get("sources.none"), Styles.MUTED));
        list.setCellFactory(_ -> new SourceCell(
                controller,
                texts,
                (input, beside) -> popovers.show(beside, title(input, texts), ProblemList.of(input, texts)),
                columns));
        list.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.clamp(height(model.sources()), LINE, MOST * LINE), model.sources()));
        list.setMinHeight(Region.USE_PREF_SIZE);
        node = Styles.with(new VBox(Styles.label(texts.get("sources.title"), Styles.SECTION), list), "sources");
    }

    /** What the list would take: a source that leaves zone or year out says so in lines of their own. */
    private static double height(List<Source> sources) {
        long assumed = sources.stream().filter(source -> source.zone() != null).count()
                + sources.stream().filter(source -> source.years() != null).count();
        return sources.size() * LINE + assumed * ASSUMED_LINE + 4;
    }

    private static String title(Import input, Texts texts) {
        return texts.count("sources.problems", input.problems().count());
    }

    public Node node() {
        return node;
    }

    @Override
    public void close() {
        list.prefHeightProperty().unbind();
        list.setItems(FXCollections.emptyObservableList());
    }
}
