package dev.cxkit.metrics.lifetime;

import java.util.Arrays;

/**
 * The search for the maximum of the likelihood: BFGS (Broyden, Fletcher, Goldfarb, Shanno, 1970) in the logarithms of the parameters, which
 * are all above 0; where it gets stuck, a {@link NelderMead} finds it another start. Nothing in it is random.
 */
final class MaximumLikelihood {

    private static final int MOST_STEPS = 500;
    /** In units of one customer: how flat it must be to stop, and to be taken for the maximum. */
    private static final double FLAT = 1e-9;

    private static final double NEARLY_FLAT = 1e-6;
    private static final double ROUNDING = 1e-12;
    private static final double LONGEST_STEP = 2;
    private static final double SHORTEST_PART = 1e-9;
    private static final double SUFFICIENT = 1e-4;
    private static final double DIFFERENCE = 1e-4;
    private static final double SINGULAR = 1e-9;
    /** A parameter that is so many times its scale, or so small a part of it, is as good as infinite or 0. */
    private static final double FAR = Math.log(1e4);

    private static final double TOO_FAR = Math.log(1e6);

    private final LogLikelihood likelihood;
    private final double weight;
    private final double[] scale;

    private double[] at;
    private double[] slope;
    private double value;

    /** The log-likelihood of all customers, of natural parameters; it puts its derivatives by them into the slope. */
    interface LogLikelihood {
        double at(double[] parameters, double[] slope);
    }

    private MaximumLikelihood(LogLikelihood likelihood, double weight, double[] start) {
        this.likelihood = likelihood;
        this.weight = weight;
        this.scale = Arrays.stream(start).map(Math::log).toArray();
        this.at = scale.clone();
        this.slope = new double[at.length];
        this.value = fall(at, slope);
    }

    /**
     * Searches from a start, of which each number is also the scale of its parameter.
     *
     * @param weight how many customers there are
     */
    static MaximumLikelihood search(LogLikelihood likelihood, double weight, double[] start) {
        MaximumLikelihood maximum = new MaximumLikelihood(likelihood, weight, start);
        maximum.climb();
        if (!maximum.isAtBoundary() && !(norm(maximum.slope) <= NEARLY_FLAT)) {
            double[] better = NelderMead.lowest(point -> maximum.fall(point, new double[point.length]), maximum.at);
            maximum.move(better, new double[better.length]);
            maximum.climb();
        }
        return maximum;
    }

    double[] parameters() {
        return exp(at);
    }

    double logLikelihood() {
        return -value * weight;
    }

    boolean isAtBoundary() {
        return farthest() > FAR;
    }

    boolean isAtMaximum() {
        return norm(slope) <= NEARLY_FLAT;
    }

    private double farthest() {
        double farthest = 0;
        for (int i = 0; i < at.length; i++) {
            farthest = Math.max(farthest, Math.abs(at[i] - scale[i]));
        }
        return farthest;
    }

    /** The standard errors of the logarithms; empty where the log-likelihood does not fall in every direction. */
    double[] standardErrors() {
        int size = at.length;
        double[][] curvature = new double[size][size];
        for (int i = 0; i < size; i++) {
            double[] above = new double[size];
            double[] below = new double[size];
            double[] shifted = at.clone();
            shifted[i] = at[i] + DIFFERENCE;
            fall(shifted, above);
            shifted[i] = at[i] - DIFFERENCE;
            fall(shifted, below);
            for (int j = 0; j < size; j++) {
                double half = (above[j] - below[j]) / (4 * DIFFERENCE);
                curvature[i][j] += half;
                curvature[j][i] += half;
            }
        }
        return errors(curvature);
    }

    /** Root of the diagonal of the inverse, by the factor of Cholesky: the sum of squares of the columns of its inverse. */
    private double[] errors(double[][] curvature) {
        int size = at.length;
        double[][] factor = new double[size][size];
        double[][] inverse = new double[size][size];
        double[] errors = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = curvature[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= factor[i][k] * factor[j][k];
                }
                if (i == j && !(rest > SINGULAR * curvature[i][i])) {
                    return new double[0];
                }
                factor[i][j] = i == j ? Math.sqrt(rest) : rest / factor[j][j];
            }
            for (int j = 0; j <= i; j++) {
                double rest = i == j ? 1 : 0;
                for (int k = j; k < i; k++) {
                    rest -= factor[i][k] * inverse[k][j];
                }
                inverse[i][j] = rest / factor[i][i];
                errors[j] += inverse[i][j] * inverse[i][j];
            }
        }
        return Arrays.stream(errors).map(error -> Math.sqrt(error / weight)).toArray();
    }

    private void climb() {
        int size = at.length;
        double[][] inverse = new double[0][];
        for (int step = 0; step < MOST_STEPS && !(norm(slope) <= FLAT) && farthest() <= TOO_FAR; step++) {
            double[] direction = new double[size];
            for (int i = 0; i < size; i++) {
                direction[i] = inverse.length == 0 ? -slope[i] : -dot(inverse[i], slope);
            }
            if (!(dot(direction, slope) < 0)) {
                inverse = new double[0][];
                continue;
            }
            double[] before = at;
            double[] slopeBefore = slope;
            if (!step(direction)) {
                if (inverse.length == 0) {
                    return;
                }
                inverse = new double[0][];
                continue;
            }
            double[] moved = minus(at, before);
            double[] turned = minus(slope, slopeBefore);
            double product = dot(moved, turned);
            if (product > ROUNDING * Math.sqrt(dot(moved, moved) * dot(turned, turned))) {
                if (inverse.length == 0) {
                    inverse = new double[size][size];
                    for (int i = 0; i < size; i++) {
                        inverse[i][i] = product / dot(turned, turned);
                    }
                }
                update(inverse, moved, turned, product);
            }
        }
    }

    /** Goes along the direction until it is lower; false where it never is. */
    private boolean step(double[] direction) {
        double down = dot(direction, slope);
        double part = Math.min(1, LONGEST_STEP / norm(direction));
        for (; part > SHORTEST_PART; part /= 2) {
            double[] next = at.clone();
            for (int i = 0; i < next.length; i++) {
                next[i] += part * direction[i];
            }
            double[] nextSlope = new double[next.length];
            double there = fall(next, nextSlope);
            // At the bottom the values differ by no more than their rounding; there the slope decides.
            if (there <= value + SUFFICIENT * part * down
                    || (there <= value + ROUNDING * Math.abs(value) && norm(nextSlope) < norm(slope))) {
                at = next;
                slope = nextSlope;
                value = there;
                return true;
            }
        }
        return false;
    }

    private static void update(double[][] inverse, double[] moved, double[] turned, double product) {
        int size = moved.length;
        double[] image = new double[size];
        for (int i = 0; i < size; i++) {
            image[i] = dot(inverse[i], turned);
        }
        double factor = (1 + dot(turned, image) / product) / product;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                inverse[i][j] += factor * moved[i] * moved[j] - (image[i] * moved[j] + moved[i] * image[j]) / product;
            }
        }
    }

    private void move(double[] to, double[] slopeThere) {
        value = fall(to, slopeThere);
        at = to;
        slope = slopeThere;
    }

    /** The objective: minus the log-likelihood of one customer on average, and its slope by the logarithms. */
    private double fall(double[] point, double[] slopeThere) {
        double[] parameters = exp(point);
        double sum = likelihood.at(parameters, slopeThere);
        for (int i = 0; i < point.length; i++) {
            slopeThere[i] *= -parameters[i] / weight;
        }
        return Double.isFinite(sum) ? -sum / weight : Double.POSITIVE_INFINITY;
    }

    private static double[] exp(double[] logs) {
        return Arrays.stream(logs).map(Math::exp).toArray();
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = a.clone();
        for (int i = 0; i < b.length; i++) {
            difference[i] -= b[i];
        }
        return difference;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] vector) {
        double most = 0;
        for (double part : vector) {
            most = Math.max(most, Math.abs(part));
        }
        return most;
    }
}
