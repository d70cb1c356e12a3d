package dev.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.metrics.kit.MetricLaws;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SegmentKeysTest {

    enum Plan {
        FREE {},
        PAID
    }

    record Pair(int a, int b) {}

    private static final Metric<Integer, Long> COUNT = Metric.count();

    private static Plan plan(int number) {
        return number % 2 == 0 ? Plan.FREE : Plan.PAID;
    }

    @Test
    void enumsAreWrittenByName() throws Exception {
        for (Metric<Integer, Segments<Plan, Long>> metric :
                List.of(COUNT.by(SegmentKeysTest::plan), COUNT.by(number -> plan(number)))) {
            Accumulator<Integer, Segments<Plan, Long>> accumulator = metric.start();
            accumulator.addAll(List.of(1, 2, 3));
            byte[] state = accumulator.toBytes();
            assertThat(metric.resume(state).result()).isEqualTo(accumulator.result());
            assertThat(new String(state, StandardCharsets.ISO_8859_1)).contains("FREE", "PAID");
            // The names are a part of the definition, as with the format of one's own.
            assertThat(metric.definition())
                    .isEqualTo(COUNT.by(SegmentKeysTest::plan, Segmentation.of(KeyFormat.of(Plan.class)))
                            .definition());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(accumulator);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                Accumulator<?, ?> read = (Accumulator<?, ?>) in.readObject();
                assertThat(read.result()).isEqualTo(accumulator.result());
            }
        }
        assertThat(COUNT.by(number -> DayOfWeek.of(number), Segmentation.gatherAbove(2))
                        .over(List.of(3, 1, 2))
                        .each())
                .containsOnlyKeys(DayOfWeek.MONDAY, DayOfWeek.TUESDAY);
        assertThat(COUNT.by(number -> YearMonth.of(2026, number))
                        .over(List.of(3))
                        .each())
                .containsOnlyKeys(YearMonth.of(2026, 3));
    }

    @Test
    void whatCannotBeWrittenIsRefusedWhenTheMetricIsMade() {
        assertThatThrownBy(() -> COUNT.by(number -> new Pair(number, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Pair")
                .hasMessageContaining("by(key, Segmentation.of(KeyFormat.of(...)))");
        assertThatThrownBy(() -> COUNT.by(number -> number / 2.0)).hasMessageContaining("java.lang.Double");
        assertThatThrownBy(() -> COUNT.by(number -> new StringBuilder())).hasMessageContaining("StringBuilder");
        KeyFormat<Pair> pairs =
                KeyFormat.of("pair", pair -> pair.a() + "", text -> new Pair(Integer.parseInt(text), 0));
        assertThat(COUNT.by(number -> new Pair(number, 0), Segmentation.of(pairs))
                        .over(List.of(1, 1))
                        .each())
                .hasSize(1);
    }

    private static <K> Metric<Integer, Segments<K, Long>> untold(Fn<Integer, K> key) {
        return COUNT.by(number -> key.apply(number));
    }

    /** The type of the key is that of a type variable, or the function is no lambda. */
    @Test
    void whereTheTypeIsNotToldTheFirstKeyIsRefusedBeforeItIsCounted() {
        Fn<Integer, Plan> own = new Fn<>() {
            @Override
            public Plan apply(Integer number) {
                return plan(number);
            }
        };
        for (Metric<Integer, ?> metric : List.of(
                untold(number -> new Pair(number, 0)),
                untold(SegmentKeysTest::plan),
                COUNT.by(own),
                COUNT.<Object>by(number -> new Pair(number, 0)))) {
            Accumulator<Integer, ?> accumulator = metric.start();
            byte[] empty = accumulator.toBytes();
            assertThatThrownBy(() -> accumulator.add(1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("need a KeyFormat");
            assertThat(accumulator.toBytes()).isEqualTo(empty);
        }
        assertThat(untold(number -> "n" + number).over(List.of(1, 2)).each()).hasSize(2);
    }

    /** Half of an emoji cannot be written in UTF-8. */
    @Test
    void aKeyWithHalfACharacterIsRefusedBeforeItIsCounted() {
        Accumulator<Integer, ?> accumulator = COUNT.by(number -> "\ud83d").start();
        assertThatThrownBy(() -> accumulator.add(1)).hasMessageContaining("half a character");
        assertThat(accumulator.toBytes())
                .isEqualTo(COUNT.by(number -> "x").start().toBytes());
    }

    private static final AtomicLong COMPARED = new AtomicLong();

    record Counted(int value) implements Comparable<Counted> {

        @Override
        public int compareTo(Counted other) {
            COMPARED.incrementAndGet();
            return Integer.compare(value, other.value);
        }
    }

    /** Of 10,000 kept segments the highest is found in some 2 x 14 comparisons, not in 10,000. */
    @Test
    void gatheringCostsTheSameInAnyOrderOfTheKeys() {
        KeyFormat<Counted> format =
                KeyFormat.of("counted", key -> key.value() + "", text -> new Counted(Integer.parseInt(text)));
        Metric<Integer, Segments<Counted, Long>> metric =
                COUNT.by(Counted::new, Segmentation.<Counted>gatherAbove(10_000).with(format));
        int keys = 60_000;
        Accumulator<Integer, Segments<Counted, Long>> falling = metric.start();
        Accumulator<Integer, Segments<Counted, Long>> rising = metric.start();
        for (int i = 0; i < keys; i++) {
            falling.add(keys - 1 - i);
        }
        assertThat(COMPARED.get()).isLessThan(64L * keys);
        for (int i = 0; i < keys; i++) {
            rising.add(i);
        }
        assertThat(falling.toBytes()).isEqualTo(rising.toBytes());
        Segments<Counted, Long> segments = falling.result();
        assertThat(segments.rest()).contains(50_000L);
        assertThat(segments.each().keySet()).hasSize(10_000).first().isEqualTo(new Counted(0));
        assertThat(segments.each()).containsKey(new Counted(9_999)).doesNotContainKey(new Counted(10_000));
    }

    /** A state in which the letter of a whole number was changed to that of a character, under a checksum that fits. */
    @Test
    void aKeyOfAnotherTypeIsRefused() {
        Metric<Long, Segments<Long, Long>> metric = Metric.<Long>count().by(number -> number);
        Accumulator<Long, Segments<Long, Long>> accumulator = metric.start();
        accumulator.add(2L);
        byte[] state = accumulator.toBytes();
        byte[] head = Arrays.copyOf(state, state.length - 4);
        int letter = new String(head, StandardCharsets.ISO_8859_1).indexOf("l2");
        for (char other : "scinp".toCharArray()) {
            head[letter] = (byte) other;
            assertThatThrownBy(() -> metric.resume(MetricLaws.sealed(head)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("cannot be read");
        }
        head[letter] = 'l';
        assertThat(metric.resume(MetricLaws.sealed(head)).result()).isEqualTo(accumulator.result());
    }
}
