package org.rpcscope.ui.fx;

import java.nio.IntBuffer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.rpcscope.job.Job;
import org.rpcscope.job.JobRunner;

/**
 * A pane that is painted by the pixel, off the JavaFX thread: into one picture while the other is shown. While a picture is
 * painted further wishes are gathered into one, so that the newest state is always on its way and nothing piles up. All
 * methods: JavaFX thread.
 */
public final class PixelPane extends Region implements AutoCloseable {

    private final JobSlot slot;
    private final Supplier<Painting> painting;
    private final ImageView view = new ImageView();
    private Picture shown = new Picture(1, 1);
    private Picture spare = new Picture(1, 1);
    private long painted;

    /** Fills a picture from values that do not change meanwhile. Any thread. */
    @FunctionalInterface
    public interface Painting {
        /**
         * Paints the whole picture.
         *
         * @param argb opaque colours, by rows from the top
         * @param scale pixels of the picture for one of the pane
         * @param stop says yes when nobody waits for the picture any more
         */
        void paint(int[] argb, int width, int height, double scale, BooleanSupplier stop);
    }

    /** Pixels and the image that shows them. */
    private static final class Picture {
        private final int width;
        private final int height;
        private final int[] argb;
        private final PixelBuffer<IntBuffer> buffer;
        private final WritableImage image;

        Picture(int width, int height) {
            this.width = width;
            this.height = height;
            this.argb = new int[width * height];
            this.buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance());
            this.image = new WritableImage(buffer);
        }
    }

    /**
     * A pane that asks for a painting whenever it is to be painted.
     *
     * @param painting what is to be seen now, taken on the JavaFX thread
     * @param failures hears of defects in a painting
     */
    public PixelPane(JobRunner runner, FxThread fx, Supplier<Painting> painting, Consumer<Throwable> failures) {
        this.slot = new JobSlot(runner, fx, JobSlot.Older.FINISHED, failures);
        this.painting = painting;
        getChildren().add(view);
        widthProperty().subscribe(_ -> repaint());
        heightProperty().subscribe(_ -> repaint());
    }

    /** Paints it soon. */
    public void repaint() {
        double scale = scale();
        int width = (int) Math.ceil(getWidth() * scale);
        int height = (int) Math.ceil(getHeight() * scale);
        if (width > 0 && height > 0) {
            Painting now = painting.get();
            slot.start(
                    Job.of("painting", progress -> {
                        Picture picture =
                                spare.width == width && spare.height == height ? spare : new Picture(width, height);
                        now.paint(picture.argb, width, height, scale, progress::cancelled);
                        return picture;
                    }),
                    this::show);
        }
    }

    private void show(Picture picture) {
        spare = shown;
        shown = picture;
        picture.buffer.updateBuffer(_ -> null);
        view.setImage(picture.image);
        view.setFitWidth(picture.width / scale());
        view.setFitHeight(picture.height / scale());
        painted++;
    }

    /** How many pictures have been shown: for measurements. */
    public long painted() {
        return painted;
    }

    /** Whether a picture is being painted or waits for that. */
    public boolean busy() {
        return slot.busy();
    }

    private double scale() {
        Window window = getScene() == null ? null : getScene().getWindow();
        return window == null ? 1 : Math.max(1, window.getOutputScaleX());
    }

    @Override
    public void close() {
        slot.close();
    }
}
