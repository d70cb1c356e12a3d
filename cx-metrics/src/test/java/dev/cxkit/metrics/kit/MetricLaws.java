package dev.cxkit.metrics.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** The laws of {@link Accumulator}, as plain methods that take data: call them from any test engine. */
public final class MetricLaws {

    /** {@code Name[part=}, {@code Name[]}, {@code Name@1b2c}, {@code Name$Inner}, {@code $$Lambda}, {@code org.host.Name}. */
    private static final Pattern JAVA_TYPE = Pattern.compile(
            "\\b[A-Z]\\w*\\[(\\w+=|\\])|@[0-9a-f]{4,}\\b|\\w\\$\\w|\\$\\$|\\b[a-z]\\w*(\\.[a-z]\\w*)+\\.[A-Z]\\w*");

    private MetricLaws() {}

    /** Checks every law for one metric and one list of observations. */
    public static <T, R> void hold(Metric<T, R> metric, List<T> observations, Random random) {
        if (Halves.areAsked()) {
            Halves.hold(metric, observations);
            return;
        }
        definitionIsOfWords(metric);
        startsNew(metric, observations);
        emptyChangesNothing(metric, observations);
        resultIsRepeatable(metric, observations);
        anySplitIsEqual(metric, observations, random);
        mergeLeavesTheOther(metric, observations);
        stateTravels(metric, observations, random);
        damagedStateIsRefused(metric, observations);
        statesAreSafe(metric, observations, random);
        ResultLaws.hold(sequential(metric, observations).result());
    }

    /** The definition is made of words and values: no name of a Java type, no text of a record, nothing that changes with the JVM. */
    public static void definitionIsOfWords(Metric<?, ?> metric) {
        assertThat(metric.definition())
                .as("the definition is made of words and values")
                .isNotBlank()
                .doesNotContainPattern(JAVA_TYPE);
    }

    /** Each accumulator begins empty and shares nothing with another. */
    public static <T, R> void startsNew(Metric<T, R> metric, List<T> observations) {
        byte[] empty = metric.start().toBytes();
        R nothing = metric.start().result();
        sequential(metric, observations);
        assertThat(metric.start().toBytes()).as("a new accumulator is empty").isEqualTo(empty);
        assertThat(metric.start().result()).as("the answer to nothing").isEqualTo(nothing);
        assertThat(metric.definition())
                .as("the definition is the same every time")
                .isEqualTo(metric.definition());
    }

    /** Merging an empty accumulator, from either side, changes nothing. */
    public static <T, R> void emptyChangesNothing(Metric<T, R> metric, List<T> observations) {
        Accumulator<T, R> expected = sequential(metric, observations);
        Accumulator<T, R> left = sequential(metric, observations);
        left.merge(metric.start());
        assertSame(left, expected, "merging an empty one");
        Accumulator<T, R> right = metric.start();
        right.merge(expected);
        assertSame(right, expected, "merging into an empty one");
    }

    /** Asking for the result changes nothing, and adding may go on. */
    public static <T, R> void resultIsRepeatable(Metric<T, R> metric, List<T> observations) {
        Accumulator<T, R> asked = metric.start();
        for (T observation : observations) {
            asked.add(observation);
            if (asked.result() == null) {
                throw new AssertionError("a result is never null");
            }
        }
        assertThat(asked.result()).as("asked again").isEqualTo(asked.result());
        assertSame(asked, sequential(metric, observations), "asking after every observation");
    }

    /** Any split into parts, any order and any tree of merges give an equal result and equal bytes. */
    public static <T, R> void anySplitIsEqual(Metric<T, R> metric, List<T> observations, Random random) {
        Accumulator<T, R> expected = sequential(metric, observations);
        for (int round = 0; round < 4; round++) {
            List<T> shuffled = new ArrayList<>(observations);
            Collections.shuffle(shuffled, random);
            List<Accumulator<T, R>> parts = new ArrayList<>();
            int count = 1 + random.nextInt(7);
            for (int i = 0; i < count; i++) {
                parts.add(metric.start());
            }
            shuffled.forEach(
                    observation -> parts.get(random.nextInt(parts.size())).add(observation));
            while (parts.size() > 1) {
                Accumulator<T, R> taken = parts.remove(random.nextInt(parts.size()));
                parts.get(random.nextInt(parts.size())).merge(taken);
            }
            assertSame(parts.get(0), expected, "a random split, order and tree of merges");
        }
        assertThat(observations.parallelStream().collect(metric.collector()))
                .as("a parallel stream")
                .isEqualTo(expected.result());
    }

    /** Merging leaves the other as it is, and what is added later does not reach it. */
    public static <T, R> void mergeLeavesTheOther(Metric<T, R> metric, List<T> observations) {
        int half = observations.size() / 2;
        Accumulator<T, R> other = sequential(metric, observations.subList(half, observations.size()));
        byte[] before = other.toBytes();
        Accumulator<T, R> whole = sequential(metric, observations.subList(0, half));
        whole.merge(other);
        whole.addAll(observations);
        assertThat(other.toBytes()).as("the other after a merge").isEqualTo(before);
        byte[] merged = whole.toBytes();
        other.addAll(observations);
        assertThat(whole.toBytes())
                .as("the merged one after adding to the other")
                .isEqualTo(merged);
        assertThatThrownBy(() -> whole.merge(whole)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The state can be written and read back in the middle of the work, as bytes and by Java serialisation. */
    public static <T, R> void stateTravels(Metric<T, R> metric, List<T> observations, Random random) {
        Accumulator<T, R> expected = sequential(metric, observations);
        int middle = observations.isEmpty() ? 0 : random.nextInt(observations.size());
        Accumulator<T, R> resumed = metric.resume(
                sequential(metric, observations.subList(0, middle)).toBytes());
        resumed.addAll(observations.subList(middle, observations.size()));
        assertSame(resumed, expected, "a state written and read in the middle");

        Accumulator<T, R> copied = copy(sequential(metric, observations.subList(0, middle)));
        copied.addAll(observations.subList(middle, observations.size()));
        assertThat(copied.result()).as("after Java serialisation").isEqualTo(expected.result());
        Accumulator<T, R> sent = copy(metric).start();
        assertThat(sent.metric().definition())
                .as("the definition on another machine")
                .isEqualTo(metric.definition());
        sent.merge(expected);
        assertSame(sent, expected, "merged by a metric that was sent");
    }

    /** Bytes that were cut, prolonged, or written by another version are refused. */
    public static <T, R> void damagedStateIsRefused(Metric<T, R> metric, List<T> observations) {
        byte[] state = sequential(metric, observations).toBytes();
        byte[] longer = Arrays.copyOf(state, state.length + 1);
        byte[] shorter = Arrays.copyOf(state, state.length - 1);
        byte[] newer = state.clone();
        newer[0] = 99;
        for (byte[] damaged : List.of(longer, shorter, newer, new byte[0])) {
            assertThat(catchThrowable(() -> metric.resume(damaged)))
                    .as("a damaged state")
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /**
     * Every flipped bit is refused; what was altered under a checksum that fits is refused, or is read as a state that is written the
     * same and has an answer; and no count turns negative by merging.
     */
    public static <T, R> void statesAreSafe(Metric<T, R> metric, List<T> observations, Random random) {
        byte[] state = sequential(metric, observations).toBytes();
        byte[] other = sequential(metric, observations.subList(0, observations.size() / 2))
                .toBytes();
        StateLaws.everyFlipIsRefused(metric, state, random);
        StateLaws.alteredIsRefusedOrSound(metric, state, other, random);
        StateLaws.countsNeverWrap(metric, state);
    }

    /** Returns the bytes with the checksum of all of them behind, as a state has it: for tests that alter what is in a state. */
    public static byte[] sealed(byte... withoutChecksum) {
        return StateLaws.sealed(withoutChecksum);
    }

    /** Accumulators of two definitions do not merge, and do not read each other's state. */
    public static <T, R> void otherConfigurationIsRefused(Metric<T, R> metric, Metric<T, R> other) {
        assertThatThrownBy(() -> metric.start().merge(other.start()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(metric.definition())
                .hasMessageContaining(other.definition());
        assertThatThrownBy(() -> metric.resume(other.start().toBytes())).isInstanceOf(IllegalArgumentException.class);
    }

    private static <T, R> Accumulator<T, R> sequential(Metric<T, R> metric, List<T> observations) {
        Accumulator<T, R> accumulator = metric.start();
        accumulator.addAll(observations);
        return accumulator;
    }

    private static <T, R> void assertSame(Accumulator<T, R> actual, Accumulator<T, R> expected, String what) {
        assertThat(actual.result()).as("result: %s", what).isEqualTo(expected.result());
        assertThat(actual.toBytes()).as("bytes: %s", what).isEqualTo(expected.toBytes());
    }

    @SuppressWarnings({"unchecked", "BanSerializableRead"})
    private static <S> S copy(S value) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(value);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (S) in.readObject();
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError("not serialisable: " + e.getMessage(), e);
        }
    }
}
