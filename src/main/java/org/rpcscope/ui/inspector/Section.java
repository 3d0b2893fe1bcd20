package org.rpcscope.ui.inspector;

import java.util.List;
import javafx.scene.Node;

/**
 * One part of the inspector. The inspector stacks the parts it is given; another part is another implementation of this.
 */
public interface Section {

    /** The key of the title. */
    String title(Inspected inspected);

    /** The nodes that explain the session; none where this part has nothing to say of it. JavaFX thread. */
    List<Node> nodes(Inspected inspected);
}
