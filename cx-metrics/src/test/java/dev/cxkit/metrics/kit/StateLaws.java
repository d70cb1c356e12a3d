package dev.cxkit.metrics.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.CRC32;

/**
 * What the bytes of a state must bear. They are a version, the mark of the definition, the body, and the CRC-32 of all before it in the
 * last four bytes.
 */
final class StateLaws {

    private static final int HEAD = 5;
    private static final int SEAL = 4;

    /** How many altered bodies are tried for a state; the profile {@code fuzz} tries more. */
    private static final int TRIES = Integer.getInteger("cx.fuzz", 60);

    private static final long NANOS_PER_TRY = 5_000_000;

    private static final int MOST_FLIPS = 4000;
    private static final int DOUBLINGS = 70;

    /**
     * Series have up to 20,000 periods, histograms tables of up to 30 kB for some 15 bytes, and what is too large is asked for its answer,
     * whose fit makes garbage; beyond that, memory goes with the bytes.
     */
    private static final long FIXED = 64L << 20;

    private static final long PER_BYTE = 4000;

    private StateLaws() {}

    /** No state with a flipped bit is taken for another one. */
    static void everyFlipIsRefused(Metric<?, ?> metric, byte[] state, Random random) {
        int bits = 8 * state.length;
        for (int i = 0; i < Math.min(bits, MOST_FLIPS); i++) {
            int bit = bits <= MOST_FLIPS ? i : random.nextInt(bits);
            byte[] flipped = state.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                metric.resume(flipped);
            } catch (IllegalArgumentException expected) {
                continue;
            }
            throw new AssertionError("bit " + bit + " of the state was flipped, and it was read: " + hex(state));
        }
    }

    /** A body that was altered, under a checksum that fits, is refused, or is a state that is written the same and has an answer. */
    static <T, R> void alteredIsRefusedOrSound(Metric<T, R> metric, byte[] state, byte[] other, Random random) {
        Results results = Results.of(metric.resume(state).result());
        int tries = Math.max(TRIES / 10, (int) Math.min(TRIES, TRIES * 2000L / state.length));
        long end = System.nanoTime() + TRIES * NANOS_PER_TRY;
        // Answers that are fitted take milliseconds each.
        for (int i = 0; i < tries && (i == 0 || System.nanoTime() < end); i++) {
            byte[] altered = sealed(alter(state, other, random));
            try {
                take(metric, altered, results);
            } catch (RuntimeException | AssertionError | OutOfMemoryError e) {
                throw new AssertionError(
                        metric.definition() + ": after a change to its body, the state " + hex(altered) + ": " + e, e);
            }
        }
    }

    private static <T, R> void take(Metric<T, R> metric, byte[] altered, Results results) {
        Accumulator<T, R> read;
        long before = allocated();
        try {
            read = metric.resume(altered);
        } catch (IllegalArgumentException refused) {
            return;
        } finally {
            assertThat(allocated() - before)
                    .as("bytes allocated to read %s bytes", altered.length)
                    .isLessThan(FIXED + PER_BYTE * altered.length);
        }
        assertThat(hex(read.toBytes())).as("written again").isEqualTo(hex(altered));
        try {
            results.check(read.result());
        } catch (IllegalArgumentException refused) {
            // Parts that do not go together, of which a combination makes its answer.
            assertThat(refused.getMessage()).isNotBlank();
        }
        Accumulator<T, R> merged = metric.start();
        merged.merge(read);
        assertThat(hex(merged.toBytes())).as("merged into an empty one").isEqualTo(hex(altered));
    }

    /** Counts that are doubled again and again stay as they should be, or an exception says that they are too large. */
    static <T, R> void countsNeverWrap(Metric<T, R> metric, byte[] state) {
        Accumulator<T, R> grown = metric.resume(state);
        Results results = Results.of(grown.result());
        long end = System.nanoTime() + TRIES * NANOS_PER_TRY;
        for (int i = 0; i < DOUBLINGS && System.nanoTime() < end; i++) {
            byte[] before = grown.toBytes();
            if (before.length > 32 * (state.length + 64)) {
                return;
            }
            Accumulator<T, R> copy;
            try {
                copy = metric.resume(before);
                grown.merge(copy);
                results.check(grown.result());
            } catch (ArithmeticException clear) {
                // One that a JVM throws very often comes without message and trace in the end.
                if (clear.getStackTrace().length > 0) {
                    assertThat(clear.getMessage()).containsAnyOf("2^", "overflow");
                }
                return;
            } catch (IllegalArgumentException tooLarge) {
                assertThat(tooLarge).hasMessageContaining("cannot be read");
                return;
            }
        }
    }

    private static long allocated() {
        // By reflection, since the module that is tested does not read that of the measure.
        try {
            Object bean = Class.forName("java.lang.management.ManagementFactory")
                    .getMethod("getThreadMXBean")
                    .invoke(null);
            return (long) Class.forName("com.sun.management.ThreadMXBean")
                    .getMethod("getThreadAllocatedBytes", long.class)
                    .invoke(bean, Thread.currentThread().getId());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the measure of what is allocated", e);
        }
    }

    static byte[] sealed(byte... head) {
        CRC32 crc = new CRC32();
        crc.update(head);
        byte[] all = Arrays.copyOf(head, head.length + SEAL);
        for (int i = 0; i < SEAL; i++) {
            all[head.length + i] = (byte) (crc.getValue() >>> (24 - 8 * i));
        }
        return all;
    }

    /** The state without its checksum, with one to three changes to its body. */
    private static byte[] alter(byte[] state, byte[] other, Random random) {
        byte[] altered = Arrays.copyOf(state, state.length - SEAL);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int size = altered.length - HEAD;
            int at = HEAD + (size == 0 ? 0 : random.nextInt(size));
            int length = size == 0 ? 0 : random.nextInt(Math.min(12, altered.length - at) + 1);
            altered = switch (random.nextInt(8)) {
                case 0, 1 -> replaced(altered, at, Math.min(size, 1), flipped(altered, at, random));
                case 2 -> replaced(altered, at, Math.min(size, 1), number(random));
                case 3 -> replaced(altered, at, length, number(random));
                // The same number in more bytes than it needs.
                case 4 ->
                    size == 0
                            ? altered
                            : replaced(altered, at, 1, new byte[] {
                                (byte) (altered[at] | 0x80), (byte) (altered[at] < 0 ? 0x80 : 0)
                            });
                case 5 -> replaced(altered, at, length, new byte[0]);
                case 6 ->
                    replaced(altered, HEAD + random.nextInt(size + 1), 0, Arrays.copyOfRange(altered, at, at + length));
                default -> spliced(altered, at, other, random);
            };
        }
        return altered;
    }

    private static byte[] flipped(byte[] bytes, int at, Random random) {
        return at == bytes.length ? new byte[0] : new byte[] {(byte) (bytes[at] ^ (1 << random.nextInt(8)))};
    }

    private static byte[] spliced(byte[] bytes, int at, byte[] other, Random random) {
        int size = other.length - SEAL - HEAD;
        int from = HEAD + (size == 0 ? 0 : random.nextInt(size));
        return replaced(bytes, at, bytes.length - at, Arrays.copyOfRange(other, from, other.length - SEAL));
    }

    private static byte[] replaced(byte[] bytes, int at, int length, byte[] by) {
        byte[] replaced = new byte[bytes.length - length + by.length];
        System.arraycopy(bytes, 0, replaced, 0, at);
        System.arraycopy(by, 0, replaced, at, by.length);
        System.arraycopy(bytes, at + length, replaced, at + by.length, bytes.length - at - length);
        return replaced;
    }

    /** A number in its shortest form: small, of any size, or at the end of the longs and integers. */
    private static byte[] number(Random random) {
        long value = switch (random.nextInt(6)) {
            case 0 -> random.nextInt(3);
            case 1 -> random.nextInt(300);
            case 2 -> Long.MAX_VALUE - random.nextInt(2);
            case 3 -> Integer.MAX_VALUE - 1L + random.nextInt(4);
            case 4 -> -1L - random.nextInt(2);
            // None of the sizes between, which are no trouble to read, but would be long to count up to.
            default -> random.nextLong() >>> (random.nextBoolean() ? 48 + random.nextInt(16) : random.nextInt(8));
        };
        byte[] bytes = new byte[10];
        int size = 0;
        for (; (value & ~0x7FL) != 0; value >>>= 7) {
            bytes[size++] = (byte) (value | 0x80);
        }
        bytes[size++] = (byte) value;
        return Arrays.copyOf(bytes, size);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
