package dev.cxkit.metrics.quantiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogLinearHistogramTest {

    private static final double BOUND = 1.0 / 256;

    private static LogLinearHistogram histogram(long... values) {
        LogLinearHistogram histogram = new LogLinearHistogram();
        for (long value : values) {
            histogram.add(value);
        }
        return histogram;
    }

    private static long[] lognormal(int n, long seed) {
        Random random = new Random(seed);
        return DoubleStream.generate(() -> 3.6e6 * Math.exp(1.5 * random.nextGaussian()))
                .limit(n)
                .mapToLong(x -> (long) x)
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 127, 128, 129, 1000, 100_000})
    void quantiles_of_durations_are_within_the_bound(int n) {
        assertWithinBound(lognormal(n, n));
    }

    @Test
    void quantiles_of_numbers_of_any_size_are_within_the_bound() {
        Random random = new Random(5);
        assertWithinBound(random.longs(5000)
                .map(x -> (x & Long.MAX_VALUE) >>> random.nextInt(63))
                .toArray());
        assertWithinBound(
                LongStream.concat(LongStream.rangeClosed(0, 200), LongStream.of(Long.MAX_VALUE, Long.MAX_VALUE - 1))
                        .toArray());
    }

    @Property(tries = 100)
    void quantiles_of_anything_are_within_the_bound(
            @ForAll @Size(min = 1, max = 400) List<@LongRange(max = Long.MAX_VALUE) Long> values) {
        assertWithinBound(values.stream().mapToLong(x -> x).toArray());
    }

    private static void assertWithinBound(long[] values) {
        LogLinearHistogram histogram = histogram(values);
        double[] shares = {0, 0.01, 0.25, 0.5, 0.9, 0.99, 1};
        for (QuantileType type : QuantileType.values()) {
            double[] exact = Quantiles.exact(values, type, shares);
            for (int i = 0; i < shares.length; i++) {
                double quantile = histogram.quantile(shares[i], type).orElseThrow();
                double bound = values.length <= LogLinearHistogram.EXACT ? 0 : BOUND;
                assertThat(quantile).isCloseTo(exact[i], within(bound * exact[i] + 1e-9));
            }
        }
        assertThat(histogram.isExact()).isEqualTo(values.length <= LogLinearHistogram.EXACT);
        assertThat(histogram.n()).isEqualTo(values.length);
        assertThat(histogram.min())
                .hasValue((double) Arrays.stream(values).min().orElseThrow());
        assertThat(histogram.max())
                .hasValue((double) Arrays.stream(values).max().orElseThrow());
    }

    @Test
    void numbers_below_256_are_exact_however_many() {
        long[] values = new Random(3).longs(10_000, 0, 256).toArray();
        double[] shares = {0.1, 0.5, 0.77, 0.95};

        LogLinearHistogram histogram = histogram(values);

        assertThat(Arrays.stream(shares)
                        .map(p -> histogram.quantile(p, QuantileType.TYPE_7).orElseThrow())
                        .toArray())
                .isEqualTo(Quantiles.exact(values, QuantileType.TYPE_7, shares));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 128, 129, 200, 3000})
    void no_order_and_no_split_changes_the_state(int n) {
        long[] values = lognormal(n, 17);
        LogLinearHistogram inOrder = histogram(values);
        Random random = new Random(n);
        for (int split = 0; split < 50; split++) {
            LogLinearHistogram[] parts = new LogLinearHistogram[1 + random.nextInt(6)];
            Arrays.setAll(parts, i -> new LogLinearHistogram());
            long[] shuffled = values.clone();
            for (int i = n - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                long value = shuffled[i];
                shuffled[i] = shuffled[other];
                shuffled[other] = value;
            }
            for (long value : shuffled) {
                parts[random.nextInt(parts.length)].add(value);
            }
            LogLinearHistogram merged = new LogLinearHistogram();
            for (LogLinearHistogram part : parts) {
                long[] before = part.state();
                merged.add(part);
                assertThat(part.state()).isEqualTo(before);
            }
            assertThat(merged.state()).isEqualTo(inOrder.state());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 100, 128, 129, 130, 131, 3000, 3001, 3002, 3003, 10_003})
    void arrays_and_counts_are_short_for_many_additions(int n) {
        Random random = new Random(n);
        long[] values = random.longs(n)
                .map(x -> (x & Long.MAX_VALUE) >> random.nextInt(63))
                .toArray();
        LogLinearHistogram array = new LogLinearHistogram();
        array.add(values, 0, n);
        LogLinearHistogram twice = new LogLinearHistogram();
        for (long value : values) {
            twice.add(value, 2);
            twice.add(value, 0);
        }
        LogLinearHistogram added = histogram(values);

        assertThat(array.state()).isEqualTo(added.state());
        added.add(added);
        assertThat(added.state()).isEqualTo(twice.state());
    }

    @Test
    void a_part_of_an_array_is_its_part_wherever_it_begins() {
        Random random = new Random(3);
        long[] values = lognormal(9000, 5);
        for (int i = 0; i < 40; i++) {
            int from = random.nextInt(values.length);
            int to = from + random.nextInt(values.length - from + 1);
            LogLinearHistogram part = new LogLinearHistogram();
            part.add(values, from, to);
            assertThat(part.state())
                    .isEqualTo(histogram(Arrays.copyOfRange(values, from, to)).state());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 128, 129, 3000})
    void the_state_can_be_read_back_and_added_to(int n) {
        long[] values = lognormal(n, 23);
        LogLinearHistogram histogram = histogram(values);
        LogLinearHistogram again = LogLinearHistogram.ofState(histogram.state());

        assertThat(again.state()).isEqualTo(histogram.state());
        again.add(7);
        histogram.add(7);
        assertThat(again.state()).isEqualTo(histogram.state());
    }

    @Test
    void ten_million_durations_fit_into_8_kilobytes() {
        // Ten million drawn as 100,000 times 100: the state grows with the buckets and the digits of the counts, not
        // with the values.
        LogLinearHistogram histogram = new LogLinearHistogram();
        for (long value : lognormal(100_000, 29)) {
            histogram.add(value, 100);
        }
        int bytes = 0;
        for (long number : histogram.state()) {
            bytes += Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(number) + 6) / 7);
        }
        assertThat(bytes).isLessThan(8 * 1024);
    }

    @Test
    void nothing_has_no_quantiles() {
        LogLinearHistogram none = new LogLinearHistogram();

        assertThat(none.quantile(0.5, QuantileType.TYPE_7)).isEmpty();
        assertThat(none.min()).isEmpty();
        assertThat(none.max()).isEmpty();
        assertThat(none.n()).isZero();
    }

    @Test
    void negative_numbers_are_refused_and_nothing_is_added() {
        for (LogLinearHistogram histogram : new LogLinearHistogram[] {histogram(1, 2), histogram(lognormal(500, 1))}) {
            long[] before = histogram.state();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> histogram.add(-1))
                    .withMessage("value -1 is below 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> histogram.add(1, -1))
                    .withMessage("count -1 is below 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> histogram.add(new long[] {4, -5}, 0, 2))
                    .withMessage("value at index 1 -5 is below 0");
            for (int index : new int[] {0, 499, 500, 1200, 1999, 2001, 2002}) {
                long[] many = new long[2003];
                many[index] = Long.MIN_VALUE;
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> histogram.add(many, 0, many.length))
                        .withMessage("value at index " + index + " -9223372036854775808 is below 0");
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> histogram.quantile(1.5, QuantileType.TYPE_7))
                    .withMessage("p 1.5 is outside 0..1");
            assertThat(histogram.state()).isEqualTo(before);
        }
    }

    @Test
    void more_values_than_a_long_can_count_are_refused() {
        LogLinearHistogram histogram = new LogLinearHistogram();
        histogram.add(5, 1L << 62);

        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> histogram.add(5, 1))
                .withMessage("a bucket of more than 2^62 values");
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> histogram.add(histogram));
        histogram.add(5);
        histogram.add(new long[] {5, 5}, 0, 2);
        assertThat(histogram.n()).isEqualTo((1L << 62) + 3);
    }

    @Test
    void numbers_that_are_no_state_are_refused() {
        long[] good = histogram(lognormal(500, 1)).state();
        long[] unordered = good.clone();
        unordered[5] = 0;
        long[] few = {1, 10, 20, LogLinearBuckets.indexOf(10), 100, 128, 28};
        long[] wrongEnd = good.clone();
        wrongEnd[2] *= 2;
        long[] wrongStart = good.clone();
        wrongStart[3] += 1;
        long[] noCount = good.clone();
        noCount[6] = 0;
        long[] tooMany = good.clone();
        tooMany[4] = Long.MAX_VALUE;
        for (long[] state : new long[][] {
            {},
            {2},
            {0, -1},
            {0, Long.MAX_VALUE, 1},
            new long[130],
            {1, 2, 3},
            {1, 3, 2, 0, 500},
            unordered,
            few,
            wrongEnd,
            wrongStart,
            noCount,
            tooMany,
            Arrays.copyOf(good, good.length - 1),
            Arrays.copyOf(good, good.length - 2),
        }) {
            assertThatIllegalArgumentException()
                    .as(Arrays.toString(state))
                    .isThrownBy(() -> LogLinearHistogram.ofState(state))
                    .withMessage("not the state of a histogram: " + Arrays.toString(state));
        }
    }
}
