package dev.cxkit.metrics.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumTest {

    private static final int SIZE = 5000;

    /** Doubles of every exponent, subnormal ones too. */
    private static double[] anyDoubles(Random random) {
        return DoubleStream.generate(() -> Double.longBitsToDouble(random.nextLong()))
                .filter(Double::isFinite)
                .limit(SIZE)
                .toArray();
    }

    private static double[] cancelling(Random random) {
        double[] values = new double[SIZE];
        for (int i = 0; i < SIZE; i += 2) {
            values[i] = random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
            values[i + 1] = -values[i] + random.nextGaussian() * 1e-12;
        }
        return values;
    }

    /** More of one exponent, all bits set, than a block of the array kernel holds. */
    private static double[] full(Random random) {
        return random.doubles(SIZE, 0, 1)
                .map(x -> x < 0.9 ? Math.nextDown(2.0) : -0.0)
                .toArray();
    }

    private static double[] subnormal(Random random) {
        return random.doubles(SIZE, -1e-309, 1e-309).toArray();
    }

    private static double[] money(Random random) {
        return random.doubles(SIZE, 0, 1e6).map(x -> Math.rint(x * 100) / 100).toArray();
    }

    private static ExactSum sum(double... values) {
        ExactSum sum = new ExactSum();
        for (double value : values) {
            sum.add(value);
        }
        return sum;
    }

    private static BigDecimal expected(double[] values) {
        return Arrays.stream(values).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_sum_is_that_of_big_decimals(long seed) {
        Random random = new Random(seed);
        for (double[] values : List.of(
                anyDoubles(random),
                cancelling(random),
                subnormal(random),
                full(random),
                money(random),
                new double[0])) {
            assertSumsAsBigDecimal(values);
            assertSplitsDoNotMatter(values, random);
        }
    }

    @Property(tries = 200)
    void the_sum_of_any_doubles_is_that_of_big_decimals(@ForAll double[] values, @ForAll Random random) {
        assertSumsAsBigDecimal(values);
        assertSplitsDoNotMatter(values, random);
    }

    private static void assertSumsAsBigDecimal(double[] values) {
        BigDecimal expected = expected(values);
        ExactSum sum = sum(values);

        assertThat(sum.exact()).isEqualByComparingTo(expected);
        if (Double.isFinite(expected.doubleValue())) {
            // The parser of doubles rounds to the nearest; adding 0.0 takes the sign from a zero.
            double nearest = Double.parseDouble(expected.toString()) + 0.0;
            assertThat(sum.doubleValue()).isEqualTo(nearest);
        }
        ExactSum array = new ExactSum();
        array.add(values, 0, values.length);
        assertThat(array).isEqualTo(sum);
        assertThat(ExactSum.ofState(sum.state())).isEqualTo(sum).hasSameHashCodeAs(sum);
    }

    private static void assertSplitsDoNotMatter(double[] values, Random random) {
        ExactSum inOrder = sum(values);
        for (int split = 0; split < 50; split++) {
            List<Double> shuffled = Arrays.stream(values).boxed().collect(Collectors.toList());
            Collections.shuffle(shuffled, random);
            ExactSum[] parts = new ExactSum[16];
            Arrays.setAll(parts, i -> new ExactSum());
            for (double value : shuffled) {
                parts[random.nextInt(16)].add(value);
            }
            ExactSum merged = new ExactSum();
            for (ExactSum part : parts) {
                merged.add(part);
            }
            assertThat(merged).isEqualTo(inOrder).hasSameHashCodeAs(inOrder);
            assertThat(merged.state()).isEqualTo(inOrder.state());
        }
    }

    @Test
    void a_value_that_ordinary_addition_loses_is_kept() {
        assertThat(sum(1e308, 1, -1e308).doubleValue()).isEqualTo(1);
        assertThat(sum(1e16, 1, 1, -1e16, Double.MIN_VALUE).exact())
                .isEqualByComparingTo(new BigDecimal(2).add(new BigDecimal(Double.MIN_VALUE)));
    }

    @Test
    void a_tie_is_rounded_to_even_and_anything_above_it_up() {
        double half = Math.ulp(1.0) / 2;

        assertThat(sum(1, half).doubleValue()).isEqualTo(1);
        assertThat(sum(1, half, Double.MIN_VALUE).doubleValue()).isEqualTo(Math.nextUp(1.0));
        assertThat(sum(-1, -half, -Double.MIN_VALUE).doubleValue()).isEqualTo(Math.nextDown(-1.0));
    }

    @Test
    void sums_beyond_the_range_of_a_double_may_pass_but_not_stay() {
        ExactSum sum = sum(Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE);

        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(sum::doubleValue)
                .withMessage("a sum of about 2^1026 is beyond the range of a double");
        sum.add(-Double.MAX_VALUE);
        sum.add(-Double.MAX_VALUE);
        assertThat(sum.doubleValue()).isEqualTo(Double.MAX_VALUE);
        assertThat(sum(-Double.MAX_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE).doubleValue())
                .isEqualTo(-Double.MAX_VALUE);
    }

    @Test
    void doubling_sixty_times_does_not_overflow_the_state() {
        ExactSum sum = sum(-Double.MAX_VALUE);
        BigDecimal expected = new BigDecimal(-Double.MAX_VALUE).multiply(new BigDecimal(1L << 60));
        for (int i = 0; i < 60; i++) {
            sum.add(ExactSum.ofState(sum.state()));
        }
        assertThat(sum.exact()).isEqualByComparingTo(expected);
    }

    @Test
    void the_sum_of_nothing_and_of_negative_zero_is_zero() {
        assertThat(new ExactSum().doubleValue()).isEqualTo(0.0);
        assertThat(sum(-0.0, -0.0).doubleValue()).isEqualTo(0.0);
        assertThat(sum(5, -5)).isEqualTo(new ExactSum());
        assertThat(sum(5, -5).state()).isEmpty();
        assertThat(sum(0.5)).hasToString("0.5").isNotEqualTo(sum(-0.5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void what_is_not_finite_is_refused_and_nothing_is_added(double value) {
        ExactSum sum = sum(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> sum.add(value))
                .withMessage("value " + value + " is not a finite number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sum.add(new double[] {2, 3, value}, 0, 3))
                .withMessage("value at index 2 " + value + " is not a finite number");
        for (int index : new int[] {0, 1249, 1250, 2600, 4321, 5000, 5002}) {
            double[] many = new double[5003];
            many[index] = value;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sum.add(many, 0, many.length))
                    .withMessage("value at index " + index + " " + value + " is not a finite number");
        }
        assertThat(sum).isEqualTo(sum(1));
    }

    @Test
    void a_part_of_an_array_is_its_part() {
        ExactSum sum = new ExactSum();
        sum.add(new double[] {1, 2, 4, 8, Double.NaN}, 1, 3);

        assertThat(sum.doubleValue()).isEqualTo(6);
        double[] many = new Random(1).doubles(9000).toArray();
        many[4] = Double.NaN;
        for (int to : new int[] {5, 2052, 2053, 2054, 2055, 2056, 9000}) {
            ExactSum part = new ExactSum();
            part.add(many, 5, to);
            assertThat(part).isEqualTo(sum(Arrays.copyOfRange(many, 5, to)));
        }
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> sum.add(new double[2], 1, 3));
    }

    @Test
    void merging_leaves_the_other_as_it_is() {
        ExactSum other = sum(1, 2);
        ExactSum sum = sum(3);
        sum.add(other);
        sum.add(10);

        assertThat(other.doubleValue()).isEqualTo(3);
        sum.add(sum);
        assertThat(sum.doubleValue()).isEqualTo(32);
    }

    @Test
    void numbers_that_are_no_state_are_refused() {
        for (long[] state : new long[][] {
            {0},
            {0, 1},
            {2, 0, 2},
            {0, -1, 2},
            {0, 68, 2},
            {0, 67, 2, 2},
            {0, 1, 0, 2},
            {0, 1, 2, 0},
            {0, 1, -2},
            {0, 0, 1},
            {0, 1, 1L << 32},
            {0, 1L << 40, 2}
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ExactSum.ofState(state))
                    .withMessage("not the state of an exact sum: " + Arrays.toString(state));
        }
    }
}
