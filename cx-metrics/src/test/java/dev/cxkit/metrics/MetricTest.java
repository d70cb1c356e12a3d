package dev.cxkit.metrics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricTest {

    private final Random random = new Random(11);
    private final List<Visit> visits =
            Stream.generate(() -> Visit.random(random)).limit(500).toList();

    @Test
    void looksAtOnePartOfALargerThing() {
        long expected = visits.stream().mapToLong(Visit::minutes).sum();
        assertThat(Total.of().on(Visit::minutes).over(visits)).isEqualTo(new Total.Sum(500, expected));
    }

    @Test
    void looksAtEachPartOfALargerThing() {
        long expected =
                visits.stream().mapToLong(visit -> visit.bought().size()).sum();
        assertThat(Total.of().on((String item) -> 1).onEach(Visit::bought).over(visits))
                .isEqualTo(new Total.Sum(expected, expected));
    }

    @Test
    void segmentsAgreeWithGroupingByAndComeInTheOrderOfTheirKeys() {
        Map<String, Long> expected =
                visits.stream().collect(groupingBy(Visit::shop, TreeMap::new, summingLong(Visit::minutes)));
        Segments<String, Long> actual = Total.of()
                .on(Visit::minutes)
                .then(Total.Sum::sum)
                .by(Visit::shop)
                .over(visits);
        assertThat(actual.each()).containsExactlyEntriesOf(expected);
        assertThat(actual.total())
                .isEqualTo(visits.stream().mapToLong(Visit::minutes).sum());
        assertThat(actual.rest()).isEmpty();
        assertThat(actual.get("north")).contains(expected.get("north"));
        assertThat(actual.get("nowhere")).isEmpty();
    }

    @Test
    void isADownstreamOfGroupingBy() {
        Map<String, Total.Sum> grouped = visits.stream()
                .collect(groupingBy(Visit::shop, Total.of().on(Visit::minutes).collector()));
        assertThat(grouped)
                .isEqualTo(Total.of()
                        .on(Visit::minutes)
                        .by(Visit::shop)
                        .over(visits)
                        .each());
    }

    @Test
    void asksNamedMetricsInOnePassAndAnswersInTheirOrder() {
        Map<String, Metric<Visit, Object>> metrics = new LinkedHashMap<>();
        metrics.put("sum", Total.of().on(Visit::minutes).then(sum -> (Object) sum.sum()));
        metrics.put("count", Total.of().on(Visit::minutes).then(sum -> (Object) sum.n()));
        assertThat(Metric.all(metrics).over(visits).keySet()).containsExactly("sum", "count");
        assertThat(Metric.all(metrics).definition()).isEqualTo("all(sum=Total[name=total],count=Total[name=total])");
    }

    @Test
    void aSegmentBeyondTheLimitFailsLoudlyAndNamesItself() {
        Metric<Visit, ?> metric = Total.of().on(Visit::minutes).by(Visit::minutes, Segmentation.failAbove(10));
        assertThatThrownBy(() -> metric.over(visits))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("limit of 10");
    }

    @Test
    void segmentsBeyondTheLimitAreGatheredAsAsked() {
        Segments<Integer, Total.Sum> gathered = Total.of()
                .on(Visit::minutes)
                .by(Visit::minutes, Segmentation.gatherAbove(10))
                .over(visits);
        assertThat(gathered.each().keySet()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        long rest = visits.stream().filter(visit -> visit.minutes() > 9).count();
        assertThat(gathered.rest())
                .hasValueSatisfying(sum -> assertThat(sum.n()).isEqualTo(rest));
        assertThat(gathered.total().n()).isEqualTo(500);
        assertThat(gathered.map(Total.Sum::n).rest()).contains(rest);
    }

    @Test
    void aMissingSegmentIsRefusedByName() {
        Metric<Visit, ?> metric = Total.of().on(Visit::minutes).by(visit -> (String) null);
        assertThatThrownBy(() -> metric.over(visits))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("segment key");
    }

    @Test
    void keysWithoutAFormatCountInMemoryButAreNotWritten() {
        record Pair(int a, int b) {}
        Accumulator<Visit, Segments<Pair, Total.Sum>> accumulator = Total.of()
                .on(Visit::minutes)
                .by(visit -> new Pair(visit.minutes() % 2, 0))
                .start();
        accumulator.addAll(visits);
        assertThat(accumulator.result().each()).hasSize(2);
        assertThatThrownBy(accumulator::toBytes)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Pair")
                .hasMessageContaining("KeyFormat");
    }

    @Test
    void plainKeysOfEveryKindComeBack() {
        KeyFormat<Object> plain = KeyFormat.standard();
        for (Object key : List.of("s", "", 7, -7L, true, java.time.LocalDate.of(2026, 2, 28))) {
            assertThat(plain.read().apply(plain.write().apply(key))).isEqualTo(key);
        }
        assertThatThrownBy(() -> plain.read().apply("?x")).hasMessageContaining("?x");
        KeyFormat<StringBuilder> own = KeyFormat.of("builder", StringBuilder::toString, StringBuilder::new);
        assertThat(own.read().apply("abc")).hasToString("abc");
    }

    @Test
    void aLimitBelowOneIsRefused() {
        assertThatThrownBy(() -> Segmentation.failAbove(0)).hasMessage("limit 0 is below 1 segment");
        assertThat(Segmentation.<String>failAbove(3)
                        .with(KeyFormat.of(Thread.State.class))
                        .limit())
                .isEqualTo(3);
    }

    @Test
    void anAccumulatorKnowsItsMetric() {
        assertThat(Total.of().start().metric()).isEqualTo(Total.of());
    }
}
