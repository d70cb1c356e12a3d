package dev.cxkit.metrics.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.kit.MetricContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static Calibration.Prediction said(double probability, boolean happened) {
        return new Calibration.Prediction(probability, happened);
    }

    @Test
    void theScoreOfOneForecastIsTheSquareOfItsError() {
        // Brier (1950), for two classes: rain that was given 70 % and came costs 0.09, given 30 % it costs 0.49.
        assertThat(Calibration.metric()
                        .over(List.of(said(0.7, true)))
                        .brierScore()
                        .getAsDouble())
                .isCloseTo(0.09, within(1e-15));
        assertThat(Calibration.metric()
                        .over(List.of(said(0.3, true)))
                        .brierScore()
                        .getAsDouble())
                .isCloseTo(0.49, within(1e-15));
        assertThat(Calibration.metric()
                        .over(List.of(said(0, false), said(1, true)))
                        .brierScore())
                .hasValue(0);
        assertThat(Calibration.metric()
                        .over(List.of(said(0.5, false), said(1, false)))
                        .brierScore())
                .hasValue(0.625);
    }

    @Test
    void binsSayWhatWasPredictedAndWhatCame() {
        Calibration calibration = Calibration.metric(4)
                .over(List.of(
                        said(0, false),
                        said(0.125, true),
                        said(0.25, false),
                        said(0.75, true),
                        said(0.875, true),
                        said(1, true),
                        said(1, false)));
        assertThat(calibration.bins().get(0)).isEqualTo(new Calibration.Bin(0, 0.25, 0.125, Proportion.of(1, 2)));
        assertThat(calibration.bins().get(1)).isEqualTo(new Calibration.Bin(0.25, 0.5, 0.25, Proportion.of(0, 1)));
        assertThat(calibration.bins().get(2)).isEqualTo(new Calibration.Bin(0.5, 0.75, 0, Proportion.of(0, 0)));
        assertThat(calibration.bins().get(3)).isEqualTo(new Calibration.Bin(0.75, 1, 3.625, Proportion.of(3, 4)));
        assertThat(calibration.bins().get(3).meanPredicted()).hasValue(0.90625);
        assertThat(calibration.bins().get(2).meanPredicted()).isEmpty();
        Estimate wilson = calibration.bins().get(3).observed().estimate().orElseThrow();
        // SciPy 1.17: binomtest(3, 4).proportion_ci(method='wilson')
        assertThat(wilson.interval().orElseThrow().low()).isCloseTo(0.30064184258240184, within(1e-12));
        assertThat(wilson.interval().orElseThrow().high()).isCloseTo(0.9544127391902995, within(1e-12));
        assertThat(calibration.observed()).isEqualTo(Proportion.of(4, 7));
    }

    @Test
    void skillIsMeasuredAgainstAlwaysSayingTheShare() {
        // Half of them happen, so always saying one half costs 0.25; what was said costs (0.04 + 0.04 + 0.09 + 0.09) /
        // 4.
        Calibration calibration = Calibration.metric()
                .over(List.of(said(0.8, true), said(0.2, false), said(0.7, true), said(0.3, false)));
        assertThat(calibration.brierScore().getAsDouble()).isCloseTo(0.065, within(1e-15));
        assertThat(calibration.brierSkillScore().getAsDouble()).isCloseTo(1 - 0.065 / 0.25, within(1e-15));
        // Two of eight happen: 0.25 always said has no skill.
        List<Calibration.Prediction> always = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            always.add(said(0.25, i < 2));
        }
        assertThat(Calibration.metric().over(always).brierSkillScore()).hasValue(0);
        assertThat(Calibration.metric().over(always.subList(0, 2)).brierSkillScore())
                .as("all of them happened")
                .isEmpty();
        assertThat(Calibration.metric().over(always.subList(2, 8)).brierSkillScore())
                .as("none of them happened")
                .isEmpty();
    }

    @Test
    void aBoundBelongsToTheBinAboveItWhateverTheNumberOfBins() {
        for (int bins = 1; bins <= 100; bins++) {
            for (int i = 0; i < bins; i++) {
                double bound = (double) i / bins;
                Calibration at = Calibration.metric(bins).over(List.of(said(bound, true)));
                assertThat(at.bins().get(i).observed().total()).isEqualTo(1);
                if (i > 0) {
                    Calibration below = Calibration.metric(bins).over(List.of(said(Math.nextDown(bound), true)));
                    assertThat(below.bins().get(i - 1).observed().total()).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void withoutPredictionsThereIsNoScore() {
        Calibration nothing = Calibration.metric().over(List.of());
        assertThat(nothing.brierScore()).isEmpty();
        assertThat(nothing.brierSkillScore()).isEmpty();
        assertThat(nothing.bins()).hasSize(10);
        assertThat(nothing.observed().share()).isEmpty();
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> said(1.5, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("probability 1.5 is outside 0..1");
        assertThatThrownBy(() -> said(Double.NaN, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Calibration.metric(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bins 0 is outside 1..100");
        assertThatThrownBy(() -> Calibration.metric(101)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Calibration.Bin(0.5, 0.5, 0, Proportion.of(0, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bin to 0.5 is not above 0.5");
        assertThatThrownBy(() -> new Calibration.Bin(0, 1, 1.5, Proportion.of(0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("predicted 1.5 is outside 0..1");
        assertThatThrownBy(() -> new Calibration(-1, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Nested
    class Contract extends MetricContract<Calibration.Prediction, Calibration> {
        @Override
        protected Metric<Calibration.Prediction, Calibration> metric() {
            return Calibration.metric();
        }

        @Override
        protected Calibration.Prediction observation(Random random) {
            double probability = switch (random.nextInt(4)) {
                case 0 -> random.nextInt(11) / 10.0;
                case 1 -> Math.pow(random.nextDouble(), 40);
                default -> random.nextDouble();
            };
            return said(probability, random.nextDouble() < probability);
        }

        @Override
        protected List<Metric<Calibration.Prediction, Calibration>> otherConfigurations() {
            return List.of(Calibration.metric(9));
        }
    }
}
