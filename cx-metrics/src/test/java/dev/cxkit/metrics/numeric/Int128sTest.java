package dev.cxkit.metrics.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against {@link BigInteger}. */
class Int128sTest {

    private static final BigInteger LIMIT = BigInteger.TWO.pow(126);
    private static final BigInteger LOW = BigInteger.TWO.pow(63);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void addsAsBigIntegersDo(long seed) {
        Random random = new Random(seed);
        Int128s numbers = new Int128s(2);
        Int128s others = new Int128s(3);
        BigInteger expected = BigInteger.ZERO;
        BigInteger other = BigInteger.ZERO;
        for (int i = 0; i < 2000; i++) {
            long a = random.nextLong() >> random.nextInt(64);
            long b = random.nextLong() >> random.nextInt(64);
            BigInteger more = BigInteger.valueOf(a);
            switch (random.nextInt(4)) {
                case 0 -> numbers.add(1, a);
                case 1 -> {
                    more = more.multiply(BigInteger.valueOf(b >> 3));
                    numbers.addProduct(1, a, b >> 3);
                }
                case 2 -> {
                    others.addProduct(2, a, b >> 5);
                    other = other.add(more.multiply(BigInteger.valueOf(b >> 5)));
                    more = other;
                    numbers.add(1, others, 2);
                }
                default -> {
                    more = more.multiply(BigInteger.valueOf(b >> 3));
                    numbers.add(1, more);
                }
            }
            expected = expected.add(more);
            assertThat(numbers.value(1)).isEqualTo(expected);
            assertThat(numbers.signum(1)).isEqualTo(expected.signum());
            assertThat(numbers.lower(1)).isEqualTo(expected.abs().mod(LOW).longValueExact());
            assertThat(numbers.upper(1)).isEqualTo(expected.abs().divide(LOW).longValueExact());
            if (expected.abs().bitLength() > 123) {
                numbers.clear(1);
                others.clear(2);
                expected = BigInteger.ZERO;
                other = BigInteger.ZERO;
            }
        }
        assertThat(numbers.value(0)).as("its neighbour").isZero();
    }

    @Test
    void whatReachesTheLimitFailsAndChangesNothing() {
        for (int sign : new int[] {1, -1}) {
            BigInteger most = LIMIT.subtract(BigInteger.ONE).multiply(BigInteger.valueOf(sign));
            Int128s numbers = new Int128s(1);
            numbers.add(0, most);
            numbers.add(0, -sign);
            numbers.add(0, sign);
            assertThatThrownBy(() -> numbers.add(0, 2L * sign))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessage("a sum or a sum of squares reaches 2^126");
            assertThatThrownBy(() -> numbers.addProduct(0, Long.MAX_VALUE, sign * Long.MAX_VALUE))
                    .isInstanceOf(ArithmeticException.class);
            assertThatThrownBy(() -> numbers.add(0, most)).isInstanceOf(ArithmeticException.class);
            assertThat(numbers.value(0)).isEqualTo(most);
        }
    }

    @Test
    void growingKeepsWhatIsThere() {
        Int128s numbers = new Int128s(1);
        numbers.addProduct(0, Long.MAX_VALUE, -3);
        BigInteger before = numbers.value(0);
        numbers.grow(20);
        assertThat(numbers.value(0)).isEqualTo(before);
        assertThat(numbers.signum(19)).isZero();
        numbers.add(19, numbers.lower(0), numbers.upper(0));
        assertThat(numbers.value(19)).isEqualTo(before.negate());
    }
}
