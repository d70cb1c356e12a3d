package dev.cxkit.metrics.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void twenty_points_between_two_hundreds_are_not_significant() {
        // Worked example: shares 50/30/20 and 40/30/30 of 100 each; difference 0.20, z 1.754, p 0.079.
        double variance = (0.7 - 0.3 * 0.3) / 100 + (0.7 - 0.1 * 0.1) / 100;

        Difference difference = Difference.wald(0.2, Math.sqrt(variance), 0.95);

        assertThat(difference.pValue()).isCloseTo(0.0794, within(5e-5));
        assertThat(difference.low()).isNegative();
        assertThat(difference.high()).isCloseTo(0.2 + 1.959964 * 0.1140175, within(1e-6));
    }

    @Test
    void without_spread_there_is_nothing_to_test_against() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Difference.wald(1, 0, 0.95))
                .withMessage("standard error 0.0 is not a finite number above 0");
    }

    @Test
    void shares_of_different_levels_or_scales_are_not_compared() {
        Estimate at95 = ProportionInterval.WILSON.of(0.5, 10, 0.95);
        Estimate at90 = ProportionInterval.WILSON.of(0.5, 10, 0.90);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Difference.between(at95, at90))
                .withMessage("levels 0.95 and 0.9 differ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Difference.between(new Estimate(50, 40, 60, 0.95, 10), at95))
                .withMessage("first 50.0 is outside 0..1");
    }

    @Test
    void nonsense_is_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Difference(0.1, 0.2, 0.3, 0.95, 0.5))
                .withMessage("value 0.1 is outside its interval 0.2..0.3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Difference(0.1, 0, 0.3, 0.95, 5))
                .withMessage("pValue 5.0 is outside 0..1");
    }
}
