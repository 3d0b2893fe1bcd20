package org.rpcscope.graph;

import java.util.Arrays;

/**
 * Points gathered into quarters of quarters, so that the push of many far points is taken as that of one (J. Barnes and
 * P. Hut, Nature 324, 1986). Rebuilt for every step, in arrays that are kept.
 */
final class QuadTree {

    private static final int NONE = -1;
    private static final int DEEPEST = 40; // points in one place end up in one leaf

    private int[] children = new int[4 * 256]; // of each cell, or NONE
    private double[] mass = new double[256];
    private double[] sumX = new double[256];
    private double[] sumY = new double[256];
    private double[] size = new double[256];
    private int[] point = new int[256]; // the one point of a leaf, or NONE
    private int cells;
    private double[] x = new double[0];
    private double[] y = new double[0];

    /** Takes the points of a step. */
    void build(double[] pointsX, double[] pointsY) {
        x = pointsX;
        y = pointsY;
        cells = 0;
        double left = Arrays.stream(x).min().orElse(0);
        double top = Arrays.stream(y).min().orElse(0);
        double width = Arrays.stream(x).max().orElse(0) - left;
        double height = Arrays.stream(y).max().orElse(0) - top;
        double side = Math.max(1, Math.max(width, height));
        int root = cell(side);
        for (int i = 0; i < x.length; i++) {
            insert(root, i, left, top, side);
        }
    }

    private int cell(double side) {
        if (cells == mass.length) {
            children = Arrays.copyOf(children, children.length * 2);
            mass = Arrays.copyOf(mass, mass.length * 2);
            sumX = Arrays.copyOf(sumX, sumX.length * 2);
            sumY = Arrays.copyOf(sumY, sumY.length * 2);
            size = Arrays.copyOf(size, size.length * 2);
            point = Arrays.copyOf(point, point.length * 2);
        }
        Arrays.fill(children, cells * 4, cells * 4 + 4, NONE);
        mass[cells] = 0;
        sumX[cells] = 0;
        sumY[cells] = 0;
        size[cells] = side;
        point[cells] = NONE;
        return cells++;
    }

    private void insert(int root, int which, double rootLeft, double rootTop, double rootSide) {
        int cell = root;
        double left = rootLeft;
        double top = rootTop;
        double side = rootSide;
        for (int depth = 0; ; depth++) {
            boolean leaf = mass[cell] == 0;
            int lodger = point[cell];
            mass[cell]++;
            sumX[cell] += x[which];
            sumY[cell] += y[which];
            if (leaf) {
                point[cell] = which;
                return;
            }
            if (depth == DEEPEST) {
                return;
            }
            side /= 2;
            if (lodger != NONE) { // the leaf becomes a cell, and its point moves one down
                point[cell] = NONE;
                int below = child(cell, x[lodger] >= left + side, y[lodger] >= top + side, side);
                mass[below] = 1;
                sumX[below] = x[lodger];
                sumY[below] = y[lodger];
                point[below] = lodger;
            }
            boolean right = x[which] >= left + side;
            boolean under = y[which] >= top + side;
            cell = child(cell, right, under, side);
            left += right ? side : 0;
            top += under ? side : 0;
        }
    }

    private int child(int cell, boolean right, boolean under, double side) {
        int slot = cell * 4 + (right ? 1 : 0) + (under ? 2 : 0);
        if (children[slot] == NONE) {
            int made = cell(side); // may move the array
            children[slot] = made;
        }
        return children[slot];
    }

    /**
     * Adds the push that all other points give one.
     *
     * @param strength of two points at a distance of one
     * @param push x and y, added to
     */
    void push(int which, double strength, double[] push) {
        push(0, which, strength, push);
    }

    private void push(int cell, int which, double strength, double[] push) {
        if (point[cell] == which && mass[cell] == 1) {
            return;
        }
        double dx = x[which] - sumX[cell] / mass[cell];
        double dy = y[which] - sumY[cell] / mass[cell];
        double square = dx * dx + dy * dy;
        boolean far = size[cell] * size[cell] < square; // seen under less than a right angle
        boolean last = point[cell] != NONE || !hasChildren(cell);
        if (far || last) {
            double force = strength * mass[cell] / Math.max(square, 1);
            push[0] += dx * force;
            push[1] += dy * force;
            return;
        }
        for (int i = cell * 4; i < cell * 4 + 4; i++) {
            if (children[i] != NONE) {
                push(children[i], which, strength, push);
            }
        }
    }

    private boolean hasChildren(int cell) {
        int from = cell * 4;
        return children[from] != NONE
                || children[from + 1] != NONE
                || children[from + 2] != NONE
                || children[from + 3] != NONE;
    }
}
