package dev.cxkit.metrics.stats;

import java.util.function.DoubleBinaryOperator;

/** Agreement weights of Cohen's kappa: unweighted, linear, quadratic; 1 for equal ratings, 0 for the two ends of the scale. */
@SuppressWarnings("ImmutableEnumChecker") // a function of the standard library that has no state
public enum KappaWeights {

    /** Only the same rating agrees (Cohen, 1960): for categories without an order. */
    UNWEIGHTED((steps, most) -> steps == 0 ? 1 : 0),

    /** Each step counts alike: {@code 1 - steps / most} (Cicchetti and Allison, 1971). */
    LINEAR((steps, most) -> (most - steps) / most),

    /** Far apart counts much more than near: {@code 1 - (steps / most)^2} (Fleiss and Cohen, 1973). */
    QUADRATIC((steps, most) -> (most - steps) * (most + steps) / (most * most));

    private final DoubleBinaryOperator agreement;

    KappaWeights(DoubleBinaryOperator agreement) {
        this.agreement = agreement;
    }

    /** The agreement of ratings {@code steps} apart, where {@code most} lie between the ends. */
    double agreement(int steps, int most) {
        return agreement.applyAsDouble(steps, most);
    }
}
