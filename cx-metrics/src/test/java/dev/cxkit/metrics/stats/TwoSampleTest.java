package dev.cxkit.metrics.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cxkit.metrics.stats.MannWhitney.Method;
import dev.cxkit.metrics.tables.Fixture;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.TTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Welch's test and that of Mann and Whitney. */
class TwoSampleTest {

    static Stream<JsonNode> r() {
        return Fixture.cases("two-samples.r.json", "cases");
    }

    @ParameterizedTest
    @MethodSource("r")
    void welchs_test_is_that_of_r(JsonNode row) {
        Moments x = Moments.of(Fixture.doubles(row.get("x")));
        Moments y = Moments.of(Fixture.doubles(row.get("y")));
        double[] bounds = Fixture.doubles(row.get("welch_ci95"));

        Welch welch = Welch.of(x, y).orElseThrow();

        assertThat(welch.t()).isCloseTo(row.get("welch_t").doubleValue(), within(1e-12));
        assertThat(welch.degreesOfFreedom()).isCloseTo(row.get("welch_df").doubleValue(), within(1e-11));
        assertThat(welch.difference().pValue()).isCloseTo(row.get("welch_p").doubleValue(), within(1e-12));
        assertThat(welch.difference().low()).isCloseTo(bounds[0], within(1e-9));
        assertThat(welch.difference().high()).isCloseTo(bounds[1], within(1e-9));
        assertThat(Welch.of(y, x).orElseThrow().difference().value())
                .isEqualTo(-welch.difference().value());
    }

    @Test
    void welchs_test_is_that_of_commons_statistics() {
        Random random = new Random(3);
        for (int round = 0; round < 50; round++) {
            double[] x = random.doubles(2 + round).map(a -> a * 10).toArray();
            double[] y = random.doubles(3 + round, 0, 8).toArray();
            var expected =
                    TTest.withDefaults().with(DataDispersion.HETEROSCEDASTIC).test(x, y);

            Welch welch = Welch.of(Moments.of(x), Moments.of(y)).orElseThrow();

            assertThat(welch.t()).isCloseTo(expected.getStatistic(), within(1e-10));
            assertThat(welch.difference().pValue()).isCloseTo(expected.getPValue(), within(1e-10));
        }
    }

    @Test
    void without_spread_or_with_too_few_values_there_is_no_welch_test() {
        Moments spread = Moments.of(1, 2, 3);

        assertThat(Welch.of(spread, Moments.of(4))).isEmpty();
        assertThat(Welch.of(Moments.of(), spread)).isEmpty();
        assertThat(Welch.of(Moments.of(5, 5), Moments.of(4, 4, 4))).isEmpty();
        assertThat(Welch.of(Moments.of(5, 5), spread)).isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Welch.of(spread, spread, 95))
                .withMessage("level 95.0 is not above 0 and below 1");
    }

    @ParameterizedTest
    @MethodSource("r")
    void the_rank_test_is_that_of_r(JsonNode row) {
        double[] x = Fixture.doubles(row.get("x"));
        double[] y = Fixture.doubles(row.get("y"));

        MannWhitney normal = MannWhitney.ofValues(x, y, Method.NORMAL).orElseThrow();
        MannWhitney usual = MannWhitney.ofValues(x, y).orElseThrow();
        MannWhitney reverse = MannWhitney.ofValues(y, x).orElseThrow();

        assertThat(normal.u()).isEqualTo(row.get("U_x").doubleValue());
        assertThat(reverse.u()).isEqualTo(row.get("U_y").doubleValue());
        assertThat(normal.probabilityOfSuperiority())
                .isCloseTo(row.get("prob_superiority").doubleValue(), within(1e-14));
        assertThat(normal.cliffsDelta()).isCloseTo(row.get("cliffs_delta").doubleValue(), within(1e-14));
        assertThat(normal.pValue()).isCloseTo(row.get("p_normal").doubleValue(), within(1e-13));
        assertThat(MannWhitney.ofValues(x, y, Method.NORMAL_CONTINUITY)
                        .orElseThrow()
                        .pValue())
                .isCloseTo(row.get("p_normal_continuity").doubleValue(), within(1e-13));
        boolean ties = row.get("p_exact").isNull();
        assertThat(usual.method()).isEqualTo(ties ? Method.NORMAL_CONTINUITY : Method.EXACT);
        assertThat(usual.pValue())
                .isCloseTo(row.get(ties ? "p_normal_continuity" : "p_exact").doubleValue(), within(1e-13));
        assertThat(reverse.pValue()).isCloseTo(usual.pValue(), within(1e-14));
    }

    @Test
    void counts_of_ratings_give_what_the_ratings_give() {
        // The first case of the table as counts of the ratings 1 to 5.
        JsonNode row = r().findFirst().orElseThrow();
        double[] x = Fixture.doubles(row.get("x"));
        double[] y = Fixture.doubles(row.get("y"));

        for (Method method : new Method[] {Method.NORMAL, Method.NORMAL_CONTINUITY}) {
            assertThat(MannWhitney.ofCounts(counts(x), counts(y), method))
                    .isEqualTo(MannWhitney.ofValues(x, y, method));
        }
        assertThat(MannWhitney.ofCounts(counts(x), counts(y))).isEqualTo(MannWhitney.ofValues(x, y));
    }

    private static long[] counts(double[] ratings) {
        long[] counts = new long[6];
        Arrays.stream(ratings).forEach(rating -> counts[(int) rating]++);
        return counts;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_rank_test_is_that_of_commons_statistics(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 30; round++) {
            double[] x = random.doubles(1 + random.nextInt(48)).toArray();
            double[] y =
                    random.doubles(1 + random.nextInt(48)).map(a -> a + 0.2).toArray();
            double[] stars = random.ints(60, 1, 6).asDoubleStream().toArray();
            double[] moreStars = random.ints(40, 2, 6).asDoubleStream().toArray();
            MannWhitneyUTest oracle = MannWhitneyUTest.withDefaults();

            assertThat(MannWhitney.ofValues(x, y, Method.EXACT).orElseThrow().pValue())
                    .isCloseTo(oracle.with(PValueMethod.EXACT).test(x, y).getPValue(), within(1e-12));
            assertThat(MannWhitney.ofValues(stars, moreStars).orElseThrow().pValue())
                    .isCloseTo(
                            oracle.with(PValueMethod.ASYMPTOTIC)
                                    .test(stars, moreStars)
                                    .getPValue(),
                            within(1e-12));
        }
    }

    @Test
    void all_pairs_won_and_all_pairs_tied_are_the_ends_and_the_middle() {
        MannWhitney won =
                MannWhitney.ofCounts(new long[] {0, 3}, new long[] {4, 0}).orElseThrow();
        MannWhitney tied = MannWhitney.ofValues(new double[] {0.0, -0.0}, new double[] {0.0})
                .orElseThrow();

        assertThat(won.probabilityOfSuperiority()).isEqualTo(1);
        assertThat(won.cliffsDelta()).isEqualTo(1);
        assertThat(tied.probabilityOfSuperiority()).isEqualTo(0.5);
        assertThat(tied.pValue()).isEqualTo(1);
        assertThat(tied.method()).isEqualTo(Method.NORMAL_CONTINUITY);
    }

    @Test
    void an_empty_group_cannot_be_compared() {
        assertThat(MannWhitney.ofValues(new double[0], new double[] {1})).isEmpty();
        assertThat(MannWhitney.ofCounts(new long[] {1, 2}, new long[] {0, 0})).isEmpty();
    }

    /** All ways to deal the values counted out in Python; the first is also what wilcox.exact of R's exactRankTests gives. */
    @Test
    void the_exact_p_value_takes_ties_in() {
        double[] evens = IntStream.rangeClosed(1, 12).mapToDouble(i -> 2 * i).toArray();
        double[] ten = IntStream.rangeClosed(1, 10).asDoubleStream().toArray();
        assertThat(exact(ten, evens)).isCloseTo(0.011889039752816842, within(1e-14));
        assertThat(exact(evens, ten)).isCloseTo(0.011889039752816842, within(1e-14));
        assertThat(exact(new double[] {1, 2, 3, 4, 5}, new double[] {3, 4, 5, 6, 7}))
                .isCloseTo(0.12698412698412698, within(1e-14));
        assertThat(exact(new double[] {1, 1, 2}, new double[] {2, 3, 3, 3, 9})).isCloseTo(1.0 / 28, within(1e-14));
        assertThat(exact(new double[] {1, 1, 1}, new double[] {2, 2})).isCloseTo(0.1, within(1e-14));
        assertThat(exact(new double[] {5, 5}, new double[] {5, 5})).isEqualTo(1);
        assertThat(MannWhitney.ofCounts(new long[] {2, 1, 0, 0}, new long[] {0, 1, 3, 1}, Method.EXACT)
                        .orElseThrow()
                        .pValue())
                .isCloseTo(1.0 / 28, within(1e-14));
        // The default stays as in R, where ties are left to the normal approximation: 0.01456 and 0.1138.
        assertThat(MannWhitney.ofValues(ten, evens).orElseThrow().pValue()).isCloseTo(0.01456, within(5e-6));
    }

    private static double exact(double[] first, double[] second) {
        return MannWhitney.ofValues(first, second, Method.EXACT).orElseThrow().pValue();
    }

    @Test
    void what_cannot_be_ranked_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MannWhitney.ofValues(new double[] {1, Double.NaN}, new double[] {1}))
                .withMessage("value at index 1 NaN is not a finite number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MannWhitney.ofCounts(new long[] {1}, new long[] {1, 2}))
                .withMessage("counts of 1 and 2 ratings cannot be compared");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MannWhitney.ofCounts(new long[] {-1}, new long[] {1}))
                .withMessage("count -1 is below 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MannWhitney.ofCounts(new long[] {50}, new long[] {1}, Method.EXACT))
                .withMessage("groups of 50 and 1 have no exact p; it takes fewer than 50 values in each");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MannWhitney(2, 2, 5, 0.5, Method.NORMAL))
                .withMessage("u 5.0 is outside 0..4.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MannWhitney(0, 2, 0, 0.5, Method.NORMAL))
                .withMessage("a group of 0 has no values to compare");
    }

    /** Pairs beyond 2^53, where a sum in doubles may round to above all of them. */
    @Test
    void billions_of_ratings_are_compared_too() {
        long[] first = {0, 915_637_410, 15_003_228, 703_947_753};
        long[] second = {2_777_544_786L, 0, 0, 0};
        MannWhitney test = MannWhitney.ofCounts(first, second).orElseThrow();
        assertThat(test.probabilityOfSuperiority()).isEqualTo(1);
        assertThat(test.cliffsDelta()).isEqualTo(1);
    }
}
