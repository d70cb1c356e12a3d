package dev.cxkit.metrics.lifetime;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/** The downhill simplex of Nelder and Mead (1965), which needs no slope. */
final class NelderMead {

    private static final double SIDE = 0.5;
    private static final int TRIES = 300;

    private final ToDoubleFunction<double[]> function;
    private final Corner[] corners;

    @SuppressWarnings("ArrayRecordComponent")
    private record Corner(double[] at, double value) {}

    private NelderMead(ToDoubleFunction<double[]> function, double[] start) {
        this.function = function;
        this.corners = new Corner[start.length + 1];
        for (int i = 0; i < corners.length; i++) {
            double[] at = start.clone();
            if (i > 0) {
                at[i - 1] += SIDE;
            }
            corners[i] = corner(at);
        }
    }

    /** Returns the lowest point of those that were tried. */
    static double[] lowest(ToDoubleFunction<double[]> function, double[] start) {
        NelderMead simplex = new NelderMead(function, start);
        for (int i = 0; i < TRIES; i++) {
            simplex.step();
        }
        return simplex.corners[0].at();
    }

    private void step() {
        int worst = corners.length - 1;
        Arrays.sort(corners, Comparator.comparingDouble(Corner::value));
        Corner reflected = away(1);
        if (reflected.value() < corners[0].value()) {
            Corner expanded = away(2);
            corners[worst] = expanded.value() < reflected.value() ? expanded : reflected;
        } else if (reflected.value() < corners[worst - 1].value()) {
            corners[worst] = reflected;
        } else {
            Corner contracted = away(reflected.value() < corners[worst].value() ? 0.5 : -0.5);
            if (contracted.value() < Math.min(reflected.value(), corners[worst].value())) {
                corners[worst] = contracted;
            } else {
                for (int i = 1; i < corners.length; i++) {
                    corners[i] = corner(between(corners[0].at(), corners[i].at(), 0.5));
                }
            }
        }
        Arrays.sort(corners, Comparator.comparingDouble(Corner::value));
    }

    /** The point that lies so many times as far beyond the middle of the others as the worst one before it. */
    private Corner away(double times) {
        int worst = corners.length - 1;
        double[] middle = new double[worst];
        for (int i = 0; i < worst; i++) {
            for (int j = 0; j < worst; j++) {
                middle[j] += corners[i].at()[j] / worst;
            }
        }
        return corner(between(middle, corners[worst].at(), -times));
    }

    private static double[] between(double[] from, double[] to, double part) {
        double[] point = from.clone();
        for (int i = 0; i < point.length; i++) {
            point[i] += part * (to[i] - from[i]);
        }
        return point;
    }

    private Corner corner(double[] at) {
        return new Corner(at, function.applyAsDouble(at));
    }
}
