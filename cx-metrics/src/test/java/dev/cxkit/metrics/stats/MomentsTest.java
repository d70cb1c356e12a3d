package dev.cxkit.metrics.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cxkit.metrics.tables.Fixture;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.LongVariance;
import org.apache.commons.statistics.descriptive.Variance;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    private static LongMoments whole(long... values) {
        LongMoments moments = new LongMoments();
        for (long value : values) {
            moments.add(value);
        }
        return moments;
    }

    private static DoubleMoments real(double... values) {
        DoubleMoments moments = new DoubleMoments();
        for (double value : values) {
            moments.add(value);
        }
        return moments;
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_000_000_000L, 100_000_000_000_000L, -1_000_000_000_000_000L})
    void close_values_far_from_zero_keep_their_variance(long far) {
        // Chan, Golub and LeVeque's hard case: 4, 7, 13, 16 have a variance of 30 wherever they are shifted to.
        Moments integers = whole(far + 4, far + 7, far + 13, far + 16).result();
        Moments doubles = Moments.of(far + 4.0, far + 7.0, far + 13.0, far + 16.0);

        assertThat(integers.variance()).hasValue(30);
        assertThat(integers).isEqualTo(doubles);
        assertThat(integers.mean()).hasValue(far + 10.0);
    }

    @Test
    void numbers_that_agree_to_eight_digits_keep_their_standard_deviation() {
        // NIST StRD, NumAcc4: 1001 values around 10000000.2, certified standard deviation 0.1.
        double[] values = DoubleStream.concat(
                        DoubleStream.of(10000000.2),
                        DoubleStream.iterate(10000000.1, x -> x == 10000000.1 ? 10000000.3 : 10000000.1)
                                .limit(1000))
                .toArray();

        assertThat(Moments.of(values).standardDeviation().orElseThrow()).isCloseTo(0.1, within(1e-9));
        assertThat(Moments.of(values).mean().orElseThrow()).isCloseTo(10000000.2, within(Math.ulp(1e7)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_variance_is_that_of_commons_statistics(long seed) {
        Random random = new Random(seed);
        double[] values = random.doubles(1000, -1e5, 1e6).toArray();
        long[] integers = random.longs(1000).map(x -> x >> 8).toArray();

        assertThat(real(values).result().variance().orElseThrow())
                .isCloseTo(Variance.of(values).getAsDouble(), Percentage.withPercentage(1e-10));
        assertThat(whole(integers).result().variance().orElseThrow())
                .isCloseTo(LongVariance.of(integers).getAsDouble(), Percentage.withPercentage(1e-13));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void sum_and_deviations_are_those_of_big_decimals(long seed) {
        Random random = new Random(seed);
        double[] values = random.doubles(500)
                .map(x -> (x - 0.5) * Math.pow(10, random.nextInt(60) - 30))
                .toArray();
        BigDecimal n = BigDecimal.valueOf(values.length);
        BigDecimal sum = Arrays.stream(values).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal squares = Arrays.stream(values)
                .mapToObj(BigDecimal::new)
                .map(x -> x.multiply(x))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal deviations = squares.subtract(sum.multiply(sum).divide(n, new MathContext(400)));

        Moments moments = Moments.of(values);

        assertThat(moments.sum()).isEqualTo(sum.doubleValue());
        assertThat(moments.squaredDeviations()).isEqualTo(deviations.doubleValue());
    }

    @Test
    void no_order_and_no_split_changes_the_state() {
        Random random = new Random(31);
        long[] integers =
                random.longs(300).map(x -> x >> (8 + random.nextInt(50))).toArray();
        double[] values = random.doubles(300)
                .map(x -> (x - 0.5) * Math.pow(10, random.nextInt(40)))
                .toArray();
        for (int split = 0; split < 50; split++) {
            LongMoments[] longs = {new LongMoments(), new LongMoments(), new LongMoments()};
            DoubleMoments[] doubles = {new DoubleMoments(), new DoubleMoments(), new DoubleMoments()};
            int start = random.nextInt(300);
            for (int i = 0; i < 300; i++) {
                longs[random.nextInt(3)].add(integers[(start + i) % 300]);
                doubles[random.nextInt(3)].add(values[(start + i) % 300]);
            }
            longs[2].add(longs[0]);
            longs[2].add(longs[1]);
            doubles[2].add(doubles[0]);
            doubles[2].add(doubles[1]);

            assertThat(longs[2].state()).isEqualTo(whole(integers).state());
            assertThat(longs[2].result()).isEqualTo(whole(integers).result());
            assertThat(doubles[2].state()).isEqualTo(real(values).state());
            assertThat(doubles[2].result()).isEqualTo(real(values).result());
        }
    }

    @Test
    void the_state_can_be_read_back() {
        for (long[] values : new long[][] {{}, {0}, {5}, {-7, 3}, {Long.MAX_VALUE}, {1L << 62, -1}}) {
            LongMoments moments = whole(values);
            DoubleMoments doubles = real(LongStream.of(values).asDoubleStream().toArray());

            assertThat(LongMoments.ofState(moments.state()).result()).isEqualTo(moments.result());
            assertThat(DoubleMoments.ofState(doubles.state()).result()).isEqualTo(doubles.result());
            assertThat(doubles.result().n()).isEqualTo(values.length);
        }
    }

    @Test
    void numbers_that_are_no_state_are_refused() {
        for (long[] state : new long[][] {
            {},
            {1, 0, 0, 0, 0},
            {-1, 0, 0, 0, 0, 0},
            {1, 2, 3, 0, 9, 0},
            {2, 0, 10, 0, 3, 0},
            {0, 0, 0, 0, 1, 0},
            {1, 1, 0, 0, 0, 0},
            {1, 0, 3, 0, 10, 0}
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> LongMoments.ofState(state))
                    .withMessage("not the state of moments: " + Arrays.toString(state));
        }
        for (long[] state : new long[][] {{}, {1}, {-1, 0}, {1, 1}, {1, -1}, {0, 3, 0, 33, 2}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DoubleMoments.ofState(state))
                    .withMessage("not the state of moments: " + Arrays.toString(state));
        }
    }

    @Test
    void a_count_is_short_for_many_additions() {
        LongMoments ratings = new LongMoments();
        LongMoments single = new LongMoments();
        for (long rating = -3; rating <= 7; rating++) {
            ratings.add(rating, rating + 4);
            for (long i = 0; i < rating + 4; i++) {
                single.add(rating);
            }
        }

        assertThat(ratings.state()).isEqualTo(single.state());
        ratings.add(1, 1L << 62);
        ratings.add(-1, 1L << 61);
        assertThat(ratings.result().n()).isEqualTo(66 + (3L << 61));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ratings.add(5, -1))
                .withMessage("count -1 is below 0");
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                7,
                (1L << 31) - 1,
                1L << 31,
                1L << 40,
                Long.MIN_VALUE,
                -(1L << 31) - 1,
                -(1L << 31),
                1 - (1L << 31)
            })
    void small_and_large_products_are_those_of_big_integers(long value) {
        long[] counts =
                value == Long.MIN_VALUE ? new long[] {0} : new long[] {0, 1, 3, (1L << 31) - 1, 1L << 31, 1L << 40};
        for (long count : counts) {
            LongMoments moments = new LongMoments();
            moments.add(value, count);
            BigInteger sum = BigInteger.valueOf(value).multiply(BigInteger.valueOf(count));
            BigInteger squares = sum.multiply(BigInteger.valueOf(value));
            BigInteger lower = BigInteger.ONE.shiftLeft(63).subtract(BigInteger.ONE);
            assertThat(moments.state())
                    .containsExactly(
                            count,
                            sum.signum() < 0 ? 1 : 0,
                            sum.abs().and(lower).longValue(),
                            sum.abs().shiftRight(63).longValue(),
                            squares.and(lower).longValue(),
                            squares.shiftRight(63).longValue());
        }
    }

    @Test
    void what_does_not_fit_is_refused_and_nothing_is_added() {
        LongMoments moments = whole(Long.MAX_VALUE);
        long[] before = moments.state();

        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> moments.add(Long.MIN_VALUE))
                .withMessage("a sum or a sum of squares reaches 2^126");
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> moments.add(Long.MAX_VALUE, 1L << 40));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> moments.add(LongMoments.ofState(moments.state())));
        assertThat(moments.state()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.1e150, -1e200, Double.NaN, Double.NEGATIVE_INFINITY})
    void values_whose_squares_are_out_of_range_are_refused(double value) {
        DoubleMoments moments = real(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> moments.add(value))
                .withMessage("value " + value + " is outside -1.0E150..1.0E150");
        assertThat(moments.state()).isEqualTo(real(1).state());
    }

    @Test
    void tiny_and_huge_values_have_moments_too() {
        assertThat(Moments.of(1e150, -1e150).variance().orElseThrow()).isEqualTo(2 * (1e150 * 1e150));
        assertThat(Moments.of(1e-200, 3e-200).variance()).hasValue(0);
        assertThat(Moments.of(1e-200, 3e-200).mean()).hasValue(2e-200);
    }

    @Test
    void too_few_values_have_no_mean_or_no_variance() {
        Moments none = whole().result();
        Moments one = real(4).result();

        assertThat(none).isEqualTo(Moments.of()).isEqualTo(new Moments(0, 0, 0));
        assertThat(none.mean()).isEmpty();
        assertThat(none.variance()).isEmpty();
        assertThat(none.estimate()).isEmpty();
        assertThat(one.mean()).hasValue(4);
        assertThat(one.variance()).isEmpty();
        assertThat(one.standardDeviation()).isEmpty();
        // Spec, service-and-feedback 10.12: one value has a mean, and only its interval is empty.
        assertThat(one.estimate(0.9)).hasValue(new Estimate(4, null, 0.9, 1));
        assertThat(real(4, 4, 4).result().estimate(0.9)).hasValue(new Estimate(4, null, 0.9, 3));
    }

    static Stream<JsonNode> samples() {
        return Fixture.cases("two-samples.r.json", "cases");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_interval_of_a_mean_is_that_of_r(JsonNode row) {
        double[] bounds = Fixture.doubles(row.get("mean_x_ci95"));

        Estimate mean = Moments.of(Fixture.doubles(row.get("x"))).estimate().orElseThrow();

        assertThat(mean.interval().orElseThrow().low()).isCloseTo(bounds[0], within(1e-9));
        assertThat(mean.interval().orElseThrow().high()).isCloseTo(bounds[1], within(1e-9));
        assertThat(mean.n()).isEqualTo(row.get("x").size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1 | 0 | 0 | n -1 is below 0",
                "2 | NaN | 0 | sum NaN is not a finite number",
                "2 | 1 | -1 | squaredDeviations -1.0 is not a finite number of at least 0",
                "0 | 1 | 0 | sum 1.0 of no values is not 0",
                "1 | 1 | 1 | squaredDeviations 1.0 of 1 values are not 0",
            })
    void nonsense_is_refused_by_name(long n, double sum, double deviations, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Moments(n, sum, deviations))
                .withMessage(message);
    }

    @Test
    void a_published_summary_can_be_used() {
        // The interval of a mean of 4.2 with variance 0.5 of 10: t of 9 degrees of freedom at 95 % is 2.262157 in every
        // table.
        Estimate mean = new Summary(4.2, 0.5, 10).estimate(0.95);

        assertThat(mean.interval().orElseThrow().high() - 4.2).isCloseTo(2.262157 * Math.sqrt(0.05), within(1e-6));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Summary(4.2, 0.5, 1))
                .withMessage("n 1.0 is not a finite number above 1");
    }
}
