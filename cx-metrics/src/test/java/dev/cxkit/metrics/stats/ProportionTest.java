package dev.cxkit.metrics.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cxkit.metrics.tables.Fixture;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProportionTest {

    static Stream<JsonNode> python() {
        return Fixture.cases("proportions.py.json", "one_sample");
    }

    static Stream<JsonNode> r() {
        return Fixture.cases("proportions.r.json", "one_sample");
    }

    @ParameterizedTest
    @MethodSource("python")
    void the_intervals_are_those_of_statsmodels(JsonNode row) {
        agree(row, ProportionInterval.WILSON, "wilson");
        agree(row, ProportionInterval.CLOPPER_PEARSON, "clopper_pearson");
        agree(row, ProportionInterval.AGRESTI_COULL, "agresti_coull");
        agree(row, ProportionInterval.JEFFREYS, "jeffreys");
    }

    @ParameterizedTest
    @MethodSource("r")
    void the_intervals_are_those_of_r(JsonNode row) {
        agree(row, ProportionInterval.WILSON, "wilson");
        agree(row, ProportionInterval.CLOPPER_PEARSON, "clopper_pearson");
        agree(row, ProportionInterval.AGRESTI_COULL, "agresti_coull_clipped");
    }

    private static void agree(JsonNode row, ProportionInterval method, String column) {
        long x = row.get("x").longValue();
        long n = row.get("n").longValue();
        double level = row.get("conf").doubleValue();
        double[] bounds = Fixture.doubles(row.get(column));

        Estimate counted = Proportion.of(x, n).estimate(method, level).orElseThrow();
        Estimate weighted = method.of((double) x / n, (double) n, level);

        // statsmodels leaves the observed 0 or 1 outside Jeffreys' interval; here the interval reaches it.
        double low = Math.min(bounds[0], counted.value());
        double high = Math.max(bounds[1], counted.value());
        assertThat(counted.interval().orElseThrow().low()).isCloseTo(low, within(1e-12));
        assertThat(counted.interval().orElseThrow().high()).isCloseTo(high, within(1e-12));
        assertThat(weighted.interval().orElseThrow().low()).isCloseTo(low, within(1e-12));
        assertThat(weighted.interval().orElseThrow().high()).isCloseTo(high, within(1e-12));
        assertThat(counted.level()).isEqualTo(level);
        assertThat(counted.n()).isEqualTo((double) n);
    }

    /** The density of the beta distribution, integrated in mpmath with 45 digits. */
    @ParameterizedTest
    @CsvSource({
        "500000000000000, 1000000000000000, 0.49999996901024788477, 0.50000003098975211523, 0.49999996901024838477, 0.50000003098975161523",
        "300000000000000, 1000000000000000, 0.29999997159742356993, 0.30000002840257758779, 0.29999997159742406993, 0.30000002840257708779",
        "1000000000000, 10000000000000000, 0.000099999804013496297293, 0.00010000019598679307551, 0.000099999804013546297244, 0.00010000019598674307546",
        "500000000000000000, 1000000000000000000, 0.49999999902001800723, 0.50000000097998199277, 0.49999999902001800773, 0.50000000097998199227",
        "1000000000, 1000000000000000, 9.9993802147491478706e-7, 1.0000619814194162944e-6, 9.999380219748992922e-7, 1.0000619809194007995e-6",
        "300000000000000000, 1000000000000000000, 0.29999999910183166822, 0.30000000089816833293, 0.29999999910183166872, 0.30000000089816833243",
        "200000000, 1000000000, 0.19997520856704377979, 0.20002479316958623012, 0.19997520906702053603, 0.20002479266956298926",
    })
    void intervals_of_huge_counts_are_exact(
            long x, long n, double low, double high, double jeffreysLow, double jeffreysHigh) {
        Estimate exact = Proportion.of(x, n)
                .estimate(ProportionInterval.CLOPPER_PEARSON, 0.95)
                .orElseThrow();
        assertThat(exact.interval().orElseThrow().low()).isCloseTo(low, within(3 * Math.ulp(low)));
        assertThat(exact.interval().orElseThrow().high()).isCloseTo(high, within(3 * Math.ulp(high)));
        Estimate jeffreys =
                Proportion.of(x, n).estimate(ProportionInterval.JEFFREYS, 0.95).orElseThrow();
        assertThat(jeffreys.interval().orElseThrow().low()).isCloseTo(jeffreysLow, within(3 * Math.ulp(low)));
        assertThat(jeffreys.interval().orElseThrow().high()).isCloseTo(jeffreysHigh, within(3 * Math.ulp(high)));
        // The failures mirror the successes.
        Estimate mirrored = Proportion.of(n - x, n)
                .estimate(ProportionInterval.CLOPPER_PEARSON, 0.95)
                .orElseThrow();
        assertThat(mirrored.interval().orElseThrow().low()).isCloseTo(1 - high, within(2e-16));
        assertThat(mirrored.interval().orElseThrow().high()).isCloseTo(1 - low, within(2e-16));
    }

    @Test
    void none_of_very_many_still_has_an_upper_limit() {
        double n = 1e18;
        // 1 - (0.025)^(1/n) is -ln(0.025) / n; Wilson's is z^2 / (n + z^2).
        Estimate exact = Proportion.of(0, (long) n)
                .estimate(ProportionInterval.CLOPPER_PEARSON, 0.95)
                .orElseThrow();
        assertThat(exact.interval().orElseThrow().high() * n).isCloseTo(3.688879454113936, within(1e-12));
        Estimate wilson = Proportion.of(0, (long) n).estimate().orElseThrow();
        assertThat(wilson.interval().orElseThrow().high() * n)
                .isCloseTo(1.959963984540054 * 1.959963984540054, within(1e-12));
        assertThat(Proportion.of(0, (long) n)
                        .estimate(ProportionInterval.JEFFREYS, 0.95)
                        .orElseThrow()
                        .interval()
                        .orElseThrow()
                        .high())
                .isBetween(2e-18, 3e-18);
    }

    @Test
    void eight_of_ten_satisfied_is_49_to_94_percent() {
        // Wilson's interval of the worked example 8 of 10: 49.0..94.3 %; R 4.2.2 prop.test(8, 10, correct = FALSE)
        Estimate satisfied = Proportion.of(8, 10).estimate().orElseThrow();

        assertThat(satisfied.value()).isEqualTo(0.8);
        assertThat(satisfied.interval().orElseThrow().low()).isCloseTo(0.490162, within(5e-7));
        assertThat(satisfied.interval().orElseThrow().high()).isCloseTo(0.943318, within(5e-7));
        assertThat(satisfied.level()).isEqualTo(Estimate.DEFAULT_LEVEL);
    }

    @Test
    void nothing_is_said_about_a_share_of_nothing() {
        Proportion none = Proportion.of(0, 0);

        assertThat(none.share()).isEmpty();
        assertThat(none.estimate()).isEmpty();
        assertThat(none.minus(Proportion.of(1, 2))).isEmpty();
        assertThat(Proportion.of(1, 2).minus(none)).isEmpty();
    }

    @Test
    void jeffreys_interval_reaches_an_observed_zero_and_one() {
        assertThat(Proportion.of(0, 10).estimate(ProportionInterval.JEFFREYS, 0.95))
                .hasValueSatisfying(
                        e -> assertThat(e.interval().orElseThrow().low()).isZero());
        assertThat(Proportion.of(10, 10).estimate(ProportionInterval.JEFFREYS, 0.95))
                .hasValueSatisfying(
                        e -> assertThat(e.interval().orElseThrow().high()).isEqualTo(1));
    }

    @Property
    void every_interval_is_that_of_commons_statistics(
            @ForAll @IntRange(min = 1, max = 5000) int of,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 1) double share,
            @ForAll @Scale(6) @DoubleRange(min = 0.5, max = 0.999) double level) {
        int count = (int) Math.round(share * of);
        for (ProportionInterval method : ProportionInterval.values()) {
            var expected = oracle(method).fromErrorRate(of, count, 1 - level);
            Estimate actual = Proportion.of(count, of).estimate(method, level).orElseThrow();
            double value = (double) count / of;
            assertThat(actual.interval().orElseThrow().low())
                    .isCloseTo(Math.min(value, Math.max(0, expected.getLowerBound())), within(1e-8));
            assertThat(actual.interval().orElseThrow().high())
                    .isCloseTo(Math.max(value, Math.min(1, expected.getUpperBound())), within(1e-8));
        }
    }

    private static BinomialConfidenceInterval oracle(ProportionInterval method) {
        return switch (method) {
            case WILSON -> BinomialConfidenceInterval.WILSON_SCORE;
            case CLOPPER_PEARSON -> BinomialConfidenceInterval.CLOPPER_PEARSON;
            case AGRESTI_COULL -> BinomialConfidenceInterval.AGRESTI_COULL;
            case JEFFREYS -> BinomialConfidenceInterval.JEFFREYS;
        };
    }

    @Property
    void an_interval_holds_its_share_and_stays_within_0_and_1(
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 1) double share,
            @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 1e9) double n,
            @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 0.9999) double level) {
        for (ProportionInterval method : ProportionInterval.values()) {
            Estimate estimate = method.of(share, n, level);
            assertThat(estimate.interval().orElseThrow().low()).isBetween(0.0, share);
            assertThat(estimate.interval().orElseThrow().high()).isBetween(share, 1.0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_share_or_a_number_outside_its_range_is_refused(ProportionInterval method) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.of(80, 10, 0.95))
                .withMessage("share 80.0 is outside 0..1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.of(0.8, 0, 0.95))
                .withMessage("n 0.0 is not a finite number above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.of(0.8, 10, 1))
                .withMessage("level 1.0 is not above 0 and below 1");
    }

    @Test
    @SuppressWarnings("NullAway")
    void a_missing_argument_is_named() {
        assertThatNullPointerException()
                .isThrownBy(() -> Proportion.of(1, 2).minus(null))
                .withMessage("other");
        assertThatNullPointerException()
                .isThrownBy(() -> Proportion.of(1, 2).estimate(null, 0.95))
                .withMessage("method");
    }

    @Test
    void impossible_counts_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proportion.of(11, 10))
                .withMessage("count 11 is outside 0..10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proportion.of(-1, 10))
                .withMessage("count -1 is outside 0..10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proportion.of(0, -1))
                .withMessage("total -1 is below 0");
    }

    static Stream<JsonNode> pairs() {
        return Fixture.cases("proportions.py.json", "two_sample");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void the_difference_of_two_shares_is_newcombes_and_the_pooled_z_test(JsonNode row) {
        Proportion first =
                Proportion.of(row.get("x1").longValue(), row.get("n1").longValue());
        Proportion second =
                Proportion.of(row.get("x2").longValue(), row.get("n2").longValue());

        Difference difference = first.minus(second).orElseThrow();

        double[] bounds = Fixture.doubles(row.get("ci95_newcomb"));
        assertThat(difference.value())
                .isEqualTo(first.share().orElseThrow() - second.share().orElseThrow());
        assertThat(difference.low()).isCloseTo(bounds[0], within(1e-12));
        assertThat(difference.high()).isCloseTo(bounds[1], within(1e-12));
        assertThat(difference.pValue()).isCloseTo(row.get("p").doubleValue(), within(1e-12));
    }

    @Test
    void groups_that_agree_completely_do_not_differ() {
        Optional<Difference> difference = Proportion.of(5, 5).minus(Proportion.of(7, 7));

        assertThat(difference).hasValueSatisfying(d -> {
            assertThat(d.value()).isZero();
            assertThat(d.pValue()).isEqualTo(1);
            assertThat(d.low()).isNegative();
            assertThat(d.high()).isPositive();
        });
    }
}
