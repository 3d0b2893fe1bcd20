package org.rpcscope.graph;

import java.util.Collection;

/**
 * Which part of the drawing is on the screen.
 *
 * @param x what is at the middle of the screen
 * @param y what is at the middle of the screen
 * @param zoom pixels of the screen for one unit of the drawing
 */
public record Camera(double x, double y, double zoom) {

    private static final double CLOSEST = 4;
    private static final double FARTHEST = 0.02;
    private static final double ASIDE = 120; // pixels beside the outermost nodes: room for their labels
    private static final double ABOVE = 40;

    /** The camera that shows all places on a screen of this size, never closer than they were drawn for. */
    public static Camera fit(Collection<Places.Point> points, double width, double height) {
        if (points.isEmpty()) {
            return new Camera(0, 0, 1);
        }
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Places.Point point : points) {
            left = Math.min(left, point.x());
            right = Math.max(right, point.x());
            top = Math.min(top, point.y());
            bottom = Math.max(bottom, point.y());
        }
        double across = Math.max(1, width - 2 * Math.min(ASIDE, width / 5)) / Math.max(1, right - left);
        double down = Math.max(1, height - 2 * Math.min(ABOVE, height / 5)) / Math.max(1, bottom - top);
        double zoom = Math.clamp(Math.min(across, down), FARTHEST, 1);
        return new Camera((left + right) / 2, (top + bottom) / 2, zoom);
    }

    /** Where a point of the drawing is on a screen of this width. */
    public double screenX(double drawingX, double width) {
        return (drawingX - x) * zoom + width / 2;
    }

    public double screenY(double drawingY, double height) {
        return (drawingY - y) * zoom + height / 2;
    }

    /** The point of the drawing under a point of the screen. */
    public Places.Point drawing(double screenX, double screenY, double width, double height) {
        return new Places.Point((screenX - width / 2) / zoom + x, (screenY - height / 2) / zoom + y);
    }

    /** The camera after the drawing was dragged by so many pixels. */
    public Camera dragged(double byX, double byY) {
        return new Camera(x - byX / zoom, y - byY / zoom, zoom);
    }

    /** The camera closer by a factor, with the point under the pointer where it was. */
    public Camera zoomed(double factor, double screenX, double screenY, double width, double height) {
        double next = Math.clamp(zoom * factor, FARTHEST, CLOSEST);
        Places.Point kept = drawing(screenX, screenY, width, height);
        return new Camera(kept.x() - (screenX - width / 2) / next, kept.y() - (screenY - height / 2) / next, next);
    }
}
