package dev.cxkit.metrics.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NaN | 0 | 1 | 0.95 | 10 | value NaN is not a finite number",
                "0.5 | -Infinity | 1 | 0.95 | 10 | low -Infinity is not a finite number",
                "0.5 | 0 | NaN | 0.95 | 10 | high NaN is not a finite number",
                "0.5 | 0.6 | 1 | 0.95 | 10 | value 0.5 is outside its interval 0.6..1.0",
                "0.5 | 0 | 0.4 | 0.95 | 10 | value 0.5 is outside its interval 0.0..0.4",
                "0.5 | 0 | 1 | 95 | 10 | level 95.0 is not above 0 and below 1",
                "0.5 | 0 | 1 | NaN | 10 | level NaN is not above 0 and below 1",
                "0.5 | 0 | 1 | 0.95 | 0 | n 0.0 is not a finite number above 0",
                "0.5 | 0 | 1 | 0.95 | Infinity | n Infinity is not a finite number above 0",
            })
    void nonsense_is_refused_by_name(double value, double low, double high, double level, double n, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Estimate(value, low, high, level, n))
                .withMessage(message);
    }

    @Test
    void the_critical_values_are_those_of_the_printed_tables() {
        // R 4.2.2: qnorm(c(0.95, 0.975, 0.995))
        assertThat(Estimate.z(0.90)).isCloseTo(1.644853626951473, within(1e-14));
        assertThat(Estimate.z(0.95)).isCloseTo(1.959963984540054, within(1e-14));
        assertThat(Estimate.z(0.99)).isCloseTo(2.575829303548900, within(1e-14));
    }

    @Test
    void a_wald_interval_is_the_value_and_its_margin() {
        // R package NPS, counts 1, 2, 3: score 1/3, variance 5/9 of 6.
        Estimate score = Estimate.wald(1.0 / 3, Math.sqrt(5.0 / 9 / 6), 0.95, 6);

        assertThat(score.interval().orElseThrow().low()).isCloseTo(-0.263064714572386, within(1e-13));
        assertThat(score.interval().orElseThrow().high()).isCloseTo(0.929731381239052, within(1e-13));
        assertThat(score.n()).isEqualTo(6);
    }

    /** Spec, service-and-feedback 10.16. */
    @Test
    void an_interval_without_width_is_none() {
        Estimate same = Estimate.wald(5, 0, 0.95, 3);

        assertThat(same.interval()).isEmpty();
        assertThat(same.text(1)).isEqualTo("5.0 (no interval, nothing varies, n 3)");
        assertThat(same).isEqualTo(new Estimate(5, 5, 5, 0.95, 3)).isEqualTo(new Estimate(5, null, 0.95, 3));
        assertThat(new Estimate(5, null, 0.95, 1).text(1)).isEqualTo("5.0 (no interval, one observation, n 1)");
        assertThat(new Estimate(5, 4, 5, 0.95, 3).interval()).hasValue(new Estimate.Interval(4, 5));
        assertThat(new Estimate(5, 5, 6, 0.95, 3).text(1)).isEqualTo("5.0 (5.0 to 6.0 at 95 %, n 3)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Estimate.Interval(5, 5))
                .withMessage("high 5.0 is not above low 5.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Estimate(3, new Estimate.Interval(4, 5), 0.95, 3))
                .withMessage("value 3.0 is outside its interval 4.0..5.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(3, null, 1, 3));
    }

    @Test
    void a_negative_standard_error_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Estimate.wald(0, -1, 0.95, 6))
                .withMessage("standard error -1.0 is not a finite number of at least 0");
    }
}
