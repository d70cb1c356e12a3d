package dev.cxkit.metrics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.time.Cadence;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.core.touchpoint.TouchpointType;
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
    void countsThoseThatMeetAllConditionsWhicheverComesFirst() {
        long expected = visits.stream()
                .filter(visit -> visit.minutes() > 20 && visit.minutes() < 70)
                .flatMap(visit -> visit.bought().stream())
                .filter(thing -> thing.length() > 3)
                .count();
        Metric<String, Long> things = Metric.<String>count().where(thing -> thing.length() > 3);
        Metric<Visit, Long> both = things.onEach(Visit::bought)
                .where(visit -> visit.minutes() > 20)
                .on((Visit visit) -> visit)
                .where(visit -> visit.minutes() < 70);
        assertThat(expected).isPositive();
        assertThat(both.over(visits)).isEqualTo(expected);
        assertThat(both.definition()).isEqualTo("where(where(where(count)))");
        assertThat(both.then(count -> -count).then(count -> 3 * count).over(visits))
                .isEqualTo(-3 * expected);
    }

    @Test
    void answersAStreamAsItAnswersAList() {
        assertThat(Metric.<Visit>count().over(visits.stream())).isEqualTo(500);
        assertThat(Total.of().on(Visit::minutes).over(visits.parallelStream()))
                .isEqualTo(Total.of().on(Visit::minutes).over(visits));
        assertThatThrownBy(() -> Metric.count().over(Stream.of((Object) null)))
                .isInstanceOf(NullPointerException.class);
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
        assertThat(Metric.all(metrics).definition()).isEqualTo("all(count=total(total),sum=total(total))");
        Map<String, Metric<Visit, Object>> otherOrder = new LinkedHashMap<>();
        otherOrder.put("count", metrics.get("count"));
        otherOrder.put("sum", metrics.get("sum"));
        Accumulator<Visit, Map<String, Object>> one =
                Metric.<Visit, Object>all(metrics).start();
        one.addAll(visits);
        assertThat(Metric.<Visit, Object>all(otherOrder).resume(one.toBytes()).result())
                .isEqualTo(one.result());
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
    void plainKeysOfEveryKindComeBack() {
        KeyFormat<Object> plain = KeyFormat.standard();
        for (Object key : List.of(
                "s",
                "",
                'c',
                7,
                -7L,
                true,
                java.time.LocalDate.of(2026, 2, 28),
                java.time.YearMonth.of(2026, 2),
                java.time.Instant.EPOCH,
                new java.util.UUID(1, 2),
                Channel.WEB,
                TouchpointType.ORDER)) {
            assertThat(plain.read().apply(plain.write().apply(key))).isEqualTo(key);
        }
        for (String damaged : List.of("?x", "", "i+7", "i07", "bTRUE", "cab", "u1-2-3-4-5")) {
            assertThatThrownBy(() -> plain.read().apply(damaged))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'" + damaged + "'");
        }
        KeyFormat<StringBuilder> own = KeyFormat.of("builder", StringBuilder::toString, StringBuilder::new);
        assertThat(own.read().apply("abc")).hasToString("abc");
    }

    @Test
    void aRefusedObservationLeavesNoSegmentAndNoPeriodBehind() {
        Metric<Visit, Total.Sum> short_ = Total.of().on(visit -> {
            if (visit.minutes() > 50) {
                throw new IllegalArgumentException("too long");
            }
            return visit.minutes();
        });
        Accumulator<Visit, Segments<Integer, Total.Sum>> segments =
                short_.by(Visit::minutes, Segmentation.gatherAbove(1)).start();
        Accumulator<Visit, Series<Total.Sum>> series =
                short_.per(Cadence.daily(java.time.ZoneId.of("UTC")), Visit::at).start();
        byte[] noSegments = segments.toBytes();
        byte[] noSeries = series.toBytes();
        Visit refused = new Visit("shop", java.time.Instant.EPOCH, 60, List.of());
        assertThatThrownBy(() -> segments.add(refused)).hasMessage("too long");
        assertThatThrownBy(() -> series.add(refused)).hasMessage("too long");
        assertThat(segments.toBytes()).isEqualTo(noSegments);
        assertThat(series.toBytes()).isEqualTo(noSeries);
    }

    @Test
    void aMergeBeyondTheLimitChangesNothing() {
        Metric<Visit, Segments<Integer, Total.Sum>> metric =
                Total.of().on(Visit::minutes).by(Visit::minutes, Segmentation.failAbove(3));
        Accumulator<Visit, Segments<Integer, Total.Sum>> left = metric.start();
        Accumulator<Visit, Segments<Integer, Total.Sum>> right = metric.start();
        for (int i = 0; i < 3; i++) {
            left.add(new Visit("shop", java.time.Instant.EPOCH, i, List.of()));
            right.add(new Visit("shop", java.time.Instant.EPOCH, i + 2, List.of()));
        }
        byte[] before = left.toBytes();
        assertThatThrownBy(() -> left.merge(right)).hasMessageContaining("limit of 3");
        assertThat(left.toBytes()).isEqualTo(before);
    }

    enum Mood {
        GOOD {},
        BAD
    }

    @Test
    void segmentsOfAnEnumComeInItsOrder() {
        assertThat(Total.of()
                        .on(Visit::minutes)
                        .by(visit -> visit.minutes() % 2 == 0 ? Mood.BAD : Mood.GOOD)
                        .over(visits)
                        .each()
                        .keySet())
                .containsExactly(Mood.GOOD, Mood.BAD);
    }

    @Test
    void aDamagedDateKeyIsRefused() {
        assertThatThrownBy(() -> KeyFormat.standard().read().apply("d2026-99-99"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("segment key 'd2026-99-99' is no date");
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
