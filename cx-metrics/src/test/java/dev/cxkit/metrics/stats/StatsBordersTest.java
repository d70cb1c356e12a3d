package dev.cxkit.metrics.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.WithMissing;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures at which a sign, a factor or a border that is wrong shows. */
class StatsBordersTest {

    /** The upper incomplete gamma function by mpmath with 40 digits. */
    @ParameterizedTest
    @CsvSource({
        "2000, 1, -1004.0267419589519",
        "2000, 2, -1000",
        "3000, 5, -1489.313852456615",
        "50000, 4, -24989.87332889695",
        "10000, 100, -4727.2134312290656",
        "1500, 3, -746.56851515781951"
    })
    void pValuesThatAreTooSmallForANumberHaveALogarithm(double statistic, int degrees, double expected) {
        assertThat(ChiSquared.of(statistic, degrees).logPValue()).isCloseTo(expected, within(1e-13 * -expected));
    }

    /** 2 of 5 meet it. */
    @Test
    void aProportionIsOfThoseWhoMeetTheCondition() {
        Metric<Integer, Proportion> even = Proportion.metric(number -> number % 2 == 0);
        assertThat(even.over(List.of(1, 2, 3, 4, 5))).isEqualTo(Proportion.of(2, 5));
        assertThat(even.definition()).isEqualTo("proportion");
    }

    /** Predicted 1, 2, 3 where 2, 2, 1 came: errors -1, 0, 2; mean 1/3, absolute 1, root of 5/3. */
    @Test
    void errorsArePredictedLessActual() {
        Predictor<Integer> next = number -> number > 3 ? OptionalDouble.empty() : OptionalDouble.of(number);
        PredictionErrors errors = next.errors(number -> number == 1 ? 2.0 : number == 2 ? 2.0 : 1.0)
                .over(List.of(1, 2, 3, 4));
        assertThat(errors.n()).isEqualTo(3);
        assertThat(errors.bias().getAsDouble()).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(errors.meanAbsoluteError()).hasValue(1);
        assertThat(errors.rootMeanSquaredError().getAsDouble()).isCloseTo(Math.sqrt(5.0 / 3), within(1e-15));
        assertThat(next.errors(number -> 1.0).over(List.of(4)).rootMeanSquaredError())
                .isEmpty();
    }

    /** One of two with a prediction of 0.5 had the event; a third has no prediction. */
    @Test
    void calibrationIsOfThoseWithAPrediction() {
        Predictor<Integer> half = number -> number > 2 ? OptionalDouble.empty() : OptionalDouble.of(0.5);
        Calibration calibration = half.calibration(number -> number == 1).over(List.of(1, 2, 3));
        assertThat(calibration.observed().total()).isEqualTo(2);
        assertThat(calibration.brierScore()).hasValue(0.25);
    }

    @Test
    void momentsTellMissingOnesApart() {
        WithMissing<Moments> of = Moments.<Integer>metric(number -> number == 0 ? null : 2.0 * number)
                .over(List.of(1, 0, 2));
        assertThat(of.missing()).isEqualTo(1);
        assertThat(of.observed().mean()).hasValue(3);
    }

    /** Sums beyond all numbers on the way, and of both signs: exact at the end. */
    @Test
    void sumsAreExactAtTheEdgesOfTheNumbers() {
        Metric<Double, Double> sum = ExactSum.metric();
        assertThat(sum.over(List.of(Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, 1.0, -Double.MAX_VALUE)))
                .isEqualTo(1.0);
        assertThat(sum.over(List.of(Double.MIN_VALUE, -1e300, 1e300))).isEqualTo(Double.MIN_VALUE);
        assertThat(sum.over(List.of(0x1p-1022, -0x1p-1023, -0x1p-1023))).isZero();
        assertThat(sum.over(List.of(1e16, 1.0, -1e16))).isEqualTo(1.0);
    }

    @Test
    void anEstimateLiesWithinItsInterval() {
        assertThatThrownBy(() -> new Estimate(2, 3, 4, 0.95, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Estimate(5, 3, 4, 0.95, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Estimate(5, 3, 3, 0.95, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Estimate(3, 3, 4, 0.95, 10).interval()).isPresent();
    }
}
