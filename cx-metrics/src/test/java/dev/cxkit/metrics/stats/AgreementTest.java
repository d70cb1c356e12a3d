package dev.cxkit.metrics.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.tables.Fixture;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private static Agreement rated(int[] first, int[] second) {
        return IntStream.range(0, first.length)
                .mapToObj(i -> new Agreement.RatingPair(first[i], second[i]))
                .collect(Agreement.metric(1, 5).collector());
    }

    private static double kappa(Agreement of, KappaWeights weights) {
        return of.kappa(weights).orElseThrow().value();
    }

    private static double standardError(Agreement of, KappaWeights weights) {
        Estimate kappa = of.kappa(weights).orElseThrow();
        return (kappa.interval().orElseThrow().high()
                        - kappa.interval().orElseThrow().low())
                / 2
                / Estimate.z(0.95);
    }

    @Test
    void kappaIsThatOfScikitLearnAndItsErrorThatOfStatsmodels() {
        JsonNode table = Fixture.read("agreement.py.json");
        int[] first = ints(table.get("rater_a"));
        int[] second = ints(table.get("rater_b"));
        Agreement agreement = rated(first, second);
        assertThat(kappa(agreement, KappaWeights.UNWEIGHTED))
                .isCloseTo(table.get("cohen_kappa").doubleValue(), within(1e-14));
        assertThat(kappa(agreement, KappaWeights.LINEAR))
                .isCloseTo(table.get("kappa_linear").doubleValue(), within(1e-14));
        assertThat(kappa(agreement, KappaWeights.QUADRATIC))
                .isCloseTo(table.get("kappa_quadratic").doubleValue(), within(1e-14));
        Estimate plain = agreement.kappa(KappaWeights.UNWEIGHTED, 0.95).orElseThrow();
        assertThat(standardError(agreement, KappaWeights.UNWEIGHTED))
                .isCloseTo(table.get("cohen_se").doubleValue(), within(1e-14));
        assertThat(plain.interval().orElseThrow().low())
                .isCloseTo(table.get("cohen_ci95").get(0).doubleValue(), within(1e-14));
        assertThat(plain.interval().orElseThrow().high())
                .isCloseTo(table.get("cohen_ci95").get(1).doubleValue(), within(1e-14));
        assertThat(plain.n()).isEqualTo(12);
        assertThat(agreement.observedAgreement()).isEqualTo(Proportion.of(8, 12));
    }

    private static int[] ints(JsonNode array) {
        return IntStream.range(0, array.size())
                .map(i -> array.get(i).intValue())
                .toArray();
    }

    @Test
    void kappaAndErrorsAreThoseOfThePackageVcdOfR() {
        // Hout, Duncan and Sobel (1987), in Agresti, "Categorical Data Analysis" (1990): 91 couples asked the same
        // question.
        // The function Kappa of vcd prints 0.1293 with a standard error of 0.06860, and 0.2374 with 0.07832.
        Agreement couples = new Agreement(
                1,
                List.of(
                        List.of(7L, 7L, 2L, 3L),
                        List.of(2L, 8L, 3L, 7L),
                        List.of(1L, 5L, 4L, 9L),
                        List.of(2L, 8L, 9L, 14L)));
        assertThat(couples.n()).isEqualTo(91);
        assertThat(kappa(couples, KappaWeights.UNWEIGHTED)).isCloseTo(0.1293, within(5e-5));
        assertThat(standardError(couples, KappaWeights.UNWEIGHTED)).isCloseTo(0.06860, within(5e-6));
        assertThat(kappa(couples, KappaWeights.LINEAR)).isCloseTo(0.2374, within(5e-5));
        assertThat(standardError(couples, KappaWeights.LINEAR)).isCloseTo(0.07832, within(5e-6));
    }

    @Test
    void fullAgreementIsOneAndFullDisagreementOfTwoIsMinusOne() {
        Agreement alike = rated(new int[] {1, 3, 5}, new int[] {1, 3, 5});
        Agreement apart = rated(new int[] {1, 5}, new int[] {5, 1});
        for (KappaWeights weights : KappaWeights.values()) {
            assertThat(alike.kappa(weights)).hasValue(new Estimate(1, 1, 1, 0.95, 3));
            assertThat(kappa(apart, weights)).isEqualTo(-1);
        }
    }

    @Test
    void thereIsNoKappaWhereChanceAgreesInFullOrLittleWasRated() {
        Metric<Agreement.RatingPair, Agreement> metric = Agreement.metric(1, 5);
        assertThat(metric.over(List.of()).kappa(KappaWeights.LINEAR)).isEmpty();
        assertThat(metric.over(List.of(new Agreement.RatingPair(1, 2))).kappa(KappaWeights.LINEAR))
                .isEmpty();
        assertThat(rated(new int[] {4, 4, 4}, new int[] {4, 4, 4}).kappa(KappaWeights.QUADRATIC))
                .isEmpty();
        assertThat(kappa(rated(new int[] {4, 4, 4}, new int[] {4, 4, 5}), KappaWeights.UNWEIGHTED))
                .as("one rater gave one rating: chance agrees as often")
                .isCloseTo(0, within(1e-15));
    }

    @Test
    void whatIsOutsideIsRefused() {
        assertThatThrownBy(() -> rated(new int[] {6}, new int[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rating 6 is outside 1..5");
        assertThatThrownBy(() -> rated(new int[] {1}, new int[] {0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rating 0 is outside 1..5");
        assertThatThrownBy(() -> Agreement.metric(1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 values are outside 2..100");
        assertThatThrownBy(() -> Agreement.metric(Integer.MIN_VALUE, Integer.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("4294967296 values are outside 2..100");
        assertThatThrownBy(() -> new Agreement(1, List.of(List.of(1L), List.of(1L))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row of 1 columns in a table of 2 rows");
        assertThatThrownBy(() -> new Agreement(1, List.of(List.of(1L, 0L), List.of(1L, -1L))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("count -1 is below 0");
        assertThatThrownBy(() -> rated(new int[] {1}, new int[] {1}).kappa(KappaWeights.UNWEIGHTED, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("level 1.0 is not above 0 and below 1");
    }
}
