package dev.cxkit.metrics.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cxkit.metrics.tables.Fixture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Corrections for many tests, homogeneity of categories, and sample sizes. */
class CorrectionTest {

    @Test
    void the_corrections_are_those_of_statsmodels_in_any_order() {
        JsonNode table = Fixture.read("multiple-tests.py.json");
        double[] p = Fixture.doubles(table.get("p"));
        double[] holm = Fixture.doubles(table.get("holm"));
        double[] falseDiscovery = Fixture.doubles(table.get("fdr_bh"));

        assertThat(Correction.HOLM.adjust(p)).containsExactly(holm, within(1e-15));
        assertThat(Correction.BENJAMINI_HOCHBERG.adjust(p)).containsExactly(falseDiscovery, within(1e-15));
        assertThat(Correction.HOLM.adjust(reversed(p))).containsExactly(reversed(holm), within(1e-15));
        assertThat(Correction.BENJAMINI_HOCHBERG.adjust(reversed(p)))
                .containsExactly(reversed(falseDiscovery), within(1e-15));
    }

    private static double[] reversed(double[] values) {
        double[] reversed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            reversed[values.length - 1 - i] = values[i];
        }
        return reversed;
    }

    @Test
    void no_test_needs_no_correction_and_one_test_none_either() {
        assertThat(Correction.HOLM.adjust()).isEmpty();
        assertThat(Correction.BENJAMINI_HOCHBERG.adjust(0.03)).containsExactly(0.03);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correction.HOLM.adjust(0.5, 5))
                .withMessage("p 5.0 is outside 0..1");
    }

    static Stream<JsonNode> proportions() {
        return Fixture.cases("proportions.py.json", "many_samples");
    }

    @ParameterizedTest
    @MethodSource("proportions")
    void homogeneity_is_that_of_statsmodels(JsonNode row) {
        // The test that k shares are equal, seen the other way: successes and failures fall into k groups alike.
        double[] x = Fixture.doubles(row.get("x"));
        double[] n = Fixture.doubles(row.get("n"));
        long[] successes = new long[x.length + 1];
        long[] failures = new long[x.length + 1];
        for (int i = 0; i < x.length; i++) {
            successes[i] = (long) x[i];
            failures[i] = (long) (n[i] - x[i]);
        }

        ChiSquared test = ChiSquared.homogeneity(successes, failures).orElseThrow();

        assertThat(test.statistic()).isCloseTo(row.get("chisq").doubleValue(), within(1e-12));
        assertThat(test.degreesOfFreedom()).isEqualTo(row.get("df").intValue());
        assertThat(test.pValue()).isCloseTo(row.get("p").doubleValue(), within(1e-13));
    }

    @Test
    void groups_without_a_choice_are_not_compared() {
        assertThat(ChiSquared.homogeneity(new long[] {5, 0}, new long[] {7, 0})).isEmpty();
        assertThat(ChiSquared.homogeneity(new long[] {0, 0}, new long[] {7, 1})).isEmpty();
        assertThat(ChiSquared.homogeneity(new long[0], new long[0])).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChiSquared.homogeneity(new long[] {1}, new long[] {1, 2}))
                .withMessage("counts of 1 and 2 categories cannot be compared");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChiSquared.homogeneity(new long[] {1, -2}, new long[] {1, 2}))
                .withMessage("count -2 is below 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChiSquared(1, 0, 0.5))
                .withMessage("degreesOfFreedom 0 is below 1");
    }

    @Test
    void a_share_within_5_points_takes_385_answers() {
        // The figure that every table of sample sizes prints for 95 %: 384.16, so 385; of a population of 1000, 278.
        SampleSize size = SampleSize.ofProportion(0.5, 0.05, 0.95);

        assertThat(size.answers()).isCloseTo(384.1459, within(1e-4));
        assertThat(size.required()).isEqualTo(385);
        assertThat(size.required(1000)).isEqualTo(278);
        assertThat(size.required(1)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"3, 1.5, 0.95, 16", "15, 2, 0.95, 217", "15, 2, 0.99, 374"})
    void a_mean_takes_the_squared_ratio_of_spread_and_margin(
            double standardDeviation, double margin, double level, long needed) {
        // (1.959964 * 3 / 1.5)^2 = 15.4; (1.959964 * 15 / 2)^2 = 216.1; (2.575829 * 15 / 2)^2 = 373.2
        assertThat(SampleSize.ofMean(standardDeviation, margin, level).required())
                .isEqualTo(needed);
    }

    @Test
    void a_net_promoter_score_takes_what_gives_back_its_margin() {
        // Shares 1/2 and 1/6 have a variance of 5/9; 324 answers give a margin of 8.116 points at 95 %.
        SampleSize size = SampleSize.ofNps(0.5, 1.0 / 6, 8.116, 0.95);

        assertThat(size.answers()).isCloseTo(324, within(0.05));
    }

    @Test
    void sizes_that_no_survey_has_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSize.ofProportion(1, 0.05, 0.95))
                .withMessage("expected 1.0 is not above 0 and below 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSize.ofProportion(0.5, 0, 0.95))
                .withMessage("margin 0.0 is not a finite number above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSize.ofNps(0.7, 0.4, 5, 0.95))
                .withMessageStartingWith("promoters and detractors together 1.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSize.ofNps(1, 0, 5, 0.95))
                .withMessage("variance 0.0 is not a finite number above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSize.ofMean(1, 1, 0.95).required(0))
                .withMessage("population 0 is below 1");
    }
}
