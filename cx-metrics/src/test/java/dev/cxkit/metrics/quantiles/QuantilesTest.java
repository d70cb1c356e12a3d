package dev.cxkit.metrics.quantiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cxkit.metrics.tables.Fixture;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantilesTest {

    private static final double[] SHARES = {0, 0.001, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999, 1};

    static Stream<JsonNode> r() {
        return Fixture.cases("quantiles.r.json", "cases");
    }

    @ParameterizedTest
    @MethodSource("r")
    void all_nine_types_are_those_of_r(JsonNode row) {
        double[] data = Fixture.doubles(row.get("data"));
        double[] before = data.clone();
        for (JsonNode expected : row.get("by_type")) {
            QuantileType type =
                    QuantileType.valueOf("TYPE_" + expected.get("type").intValue());
            double[] p = Fixture.doubles(expected.get("p"));
            double[] q = Fixture.doubles(expected.get("q"));

            assertThat(Quantiles.exact(data, type, p)).as("%s", type).containsExactly(q, within(1e-10));
            long[] whole = Arrays.stream(data).mapToLong(Math::round).toArray();
            if (Arrays.equals(data, Arrays.stream(whole).asDoubleStream().toArray())) {
                assertThat(Quantiles.exact(whole, type, p)).as("%s", type).containsExactly(q, within(1e-10));
            }
        }
        assertThat(data).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void every_type_is_that_of_commons_statistics(QuantileType type) {
        Quantile oracle = Quantile.withDefaults()
                .withCopy(true)
                .with(EstimationMethod.valueOf(type.name().replace("TYPE_", "HF")));
        Random random = new Random(7);
        for (int n = 1; n < 60; n++) {
            double[] values = random.doubles(n, -100, 100).toArray();
            double[] p = random.doubles(20).toArray();
            assertThat(Quantiles.exact(values, type, p)).containsExactly(oracle.evaluate(values, p), within(1e-10));
        }
    }

    @Test
    void a_share_that_is_met_exactly_is_not_missed_by_rounding() {
        // The 3rd of 30 values has a share of exactly 0.1 at or below it; 0.1 * 30 is not 3 for every way to round.
        for (int n = 10; n <= 1000; n += 10) {
            long[] values = LongStream.rangeClosed(1, n).toArray();
            for (int tenth = 1; tenth < 10; tenth++) {
                assertThat(Quantiles.exact(values, QuantileType.TYPE_1, tenth / 10.0))
                        .containsExactly((double) n / 10 * tenth);
            }
        }
    }

    /** Distributions that are easy, heavy-tailed, wide, negative, and all in one place. */
    private static List<long[]> distributions(int n) {
        Random random = new Random(11);
        return List.of(
                DoubleStream.generate(() -> 3.6e6 * Math.exp(1.5 * random.nextGaussian()))
                        .limit(n)
                        .mapToLong(x -> (long) x)
                        .toArray(),
                random.longs(n).toArray(),
                random.longs(n, Long.MAX_VALUE - 1000, Long.MAX_VALUE).toArray(),
                random.longs(n, -50, 50).toArray(),
                LongStream.generate(() -> 1_700_000_000_000L).limit(n).toArray(),
                LongStream.generate(() -> 1_700_000_000_000L + random.nextInt(3) * 2L)
                        .limit(n)
                        .toArray(),
                // One far away value makes all others share few buckets, round after round.
                LongStream.concat(
                                LongStream.of(Long.MIN_VALUE, 0),
                                LongStream.generate(() -> (1L << 62) + random.nextInt(1 << 30)))
                        .limit(n)
                        .toArray(),
                LongStream.range(0, n).map(i -> n - i).toArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 129, 130, 131, 5000, 5003, 200_001})
    void selection_finds_what_sorting_finds(int n) {
        for (long[] values : distributions(n)) {
            assertSelectsAsSorted(values);
        }
    }

    @Property(tries = 300)
    void selection_finds_what_sorting_finds_in_any_array(@ForAll @NotEmpty long[] values) {
        assertSelectsAsSorted(values);
    }

    private static void assertSelectsAsSorted(long[] values) {
        long[] before = values.clone();
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] expected = Arrays.stream(SHARES)
                .map(p -> (double) sorted[Math.max(1, (int) Math.ceil(p * values.length - 1e-9)) - 1])
                .toArray();

        assertThat(Quantiles.exact(values, QuantileType.TYPE_1, SHARES)).isEqualTo(expected);
        assertThat(values).isEqualTo(before);
        int[] all = new int[Math.min(values.length, 5000)];
        Arrays.setAll(all, i -> i);
        assertThat(Selection.of(values, all)).isEqualTo(Arrays.copyOf(sorted, all.length));
    }

    @Test
    void the_quantiles_come_in_the_order_asked_for() {
        assertThat(Quantiles.exact(new long[] {1, 2, 3, 4, 5}, QuantileType.TYPE_7, 0.75, 0, 0.25, 0.25))
                .containsExactly(4, 1, 2, 2);
    }

    @Test
    void nothing_has_no_quantiles() {
        assertThat(Quantiles.exact(new long[0], QuantileType.TYPE_7, 0.5)).isEmpty();
        assertThat(Quantiles.exact(new double[0], QuantileType.TYPE_7, 0.5)).isEmpty();
    }

    @Test
    void shares_and_values_out_of_range_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantiles.exact(new long[] {1}, QuantileType.TYPE_7, 50))
                .withMessage("p 50.0 is outside 0..1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantiles.exact(new long[0], QuantileType.TYPE_7, Double.NaN))
                .withMessage("p NaN is outside 0..1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantiles.exact(new double[] {1, Double.NaN}, QuantileType.TYPE_7, 0.5))
                .withMessage("value at index 1 NaN is not a finite number");
    }
}
