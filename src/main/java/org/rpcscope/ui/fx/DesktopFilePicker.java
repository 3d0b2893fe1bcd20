package org.rpcscope.ui.fx;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The file dialogs of the desktop. */
public final class DesktopFilePicker implements FilePicker {

    private final Supplier<@Nullable Window> owner;

    /** @param owner the window that the dialogs belong to, asked when one is opened */
    public DesktopFilePicker(Supplier<@Nullable Window> owner) {
        this.owner = owner;
    }

    @Override
    public List<Path> open(String title, @Nullable Path folder) {
        List<File> chosen = chooser(title, folder).showOpenMultipleDialog(owner.get());
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    @Override
    public @Nullable Path save(String title, @Nullable Path folder, String name) {
        FileChooser chooser = chooser(title, folder);
        chooser.setInitialFileName(name);
        File chosen = chooser.showSaveDialog(owner.get());
        return chosen == null ? null : chosen.toPath();
    }

    @Override
    public @Nullable Path folder(String title, @Nullable Path folder) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        if (folder != null && Files.isDirectory(folder)) {
            chooser.setInitialDirectory(folder.toFile());
        }
        File chosen = chooser.showDialog(owner.get());
        return chosen == null ? null : chosen.toPath();
    }

    private static FileChooser chooser(String title, @Nullable Path folder) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        if (folder != null && Files.isDirectory(folder)) { // the chooser throws for a folder that has gone
            chooser.setInitialDirectory(folder.toFile());
        }
        return chooser;
    }
}
