package dev.cxkit.metrics.stats;

/** Agreement weights of Cohen's kappa: unweighted, linear, quadratic; 1 for equal ratings, 0 for the two ends of the scale. */
public enum KappaWeights {

    /** Only the same rating agrees (Cohen, 1960): for categories without an order. */
    UNWEIGHTED {
        @Override
        double agreement(int steps, int most) {
            return steps == 0 ? 1 : 0;
        }
    },

    /** Each step counts alike: {@code 1 - steps / most} (Cicchetti and Allison, 1971). */
    LINEAR {
        @Override
        double agreement(int steps, int most) {
            return (double) (most - steps) / most;
        }
    },

    /** Far apart counts much more than near: {@code 1 - (steps / most)^2} (Fleiss and Cohen, 1973). */
    QUADRATIC {
        @Override
        double agreement(int steps, int most) {
            return (double) (most - steps) * (most + steps) / ((double) most * most);
        }
    };

    /** The agreement of ratings {@code steps} apart, where {@code most} lie between the ends. */
    abstract double agreement(int steps, int most);
}
