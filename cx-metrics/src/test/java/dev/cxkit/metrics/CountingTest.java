package dev.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.time.Cadence;
import dev.cxkit.metrics.kit.MetricContract;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CountingTest {

    private static final ZoneId UTC = ZoneId.of("UTC");

    /** A metric of a host that is made of counts. */
    record Weekdays() implements Counting<Visit, List<Long>> {

        @Override
        public String definition() {
            return "weekdays";
        }

        @Override
        public int counts() {
            return 7;
        }

        @Override
        public int place(Visit visit) {
            return day(visit).getValue() - 1;
        }

        @Override
        public List<Long> result(long[] counts) {
            return Arrays.stream(counts).boxed().toList();
        }
    }

    private static DayOfWeek day(Visit visit) {
        return visit.at().atZone(UTC).getDayOfWeek();
    }

    private static List<Long> byHand(List<Visit> visits) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> visits.stream().filter(visit -> day(visit) == day).count())
                .toList();
    }

    private static <K extends Comparable<K>> Map<K, List<Long>> byHand(List<Visit> visits, Function<Visit, K> key) {
        return visits.stream()
                .collect(Collectors.groupingBy(
                        key, TreeMap::new, Collectors.collectingAndThen(Collectors.toList(), CountingTest::byHand)));
    }

    private final List<Visit> visits;

    CountingTest() {
        Random random = new Random(7);
        visits = Stream.generate(() -> Visit.random(random)).limit(1000).toList();
    }

    abstract static class OfWeekdays<R> extends MetricContract<Visit, R> {
        @Override
        protected Visit observation(Random random) {
            return Visit.random(random);
        }
    }

    @Nested
    class Alone extends OfWeekdays<List<Long>> {
        @Override
        protected Metric<Visit, List<Long>> metric() {
            return new Weekdays();
        }

        @Override
        protected List<Metric<Visit, List<Long>>> otherConfigurations() {
            return List.of(new Weekdays().where(visit -> true));
        }
    }

    @Nested
    class OfAllCombinatorsGathering extends OfWeekdays<Segments<Integer, Series<List<Object>>>> {
        @Override
        protected Metric<Visit, Segments<Integer, Series<List<Object>>>> metric() {
            return Metric.both(
                            new Weekdays().where(visit -> visit.minutes() > 50),
                            Metric.both(
                                    Total.of().on(String::length).onEach(Visit::bought),
                                    new Weekdays().then(counts -> counts.get(0)),
                                    (bought, mondays) -> List.<Object>of(bought, mondays)),
                            (days, others) -> List.<Object>of(days, others))
                    .per(Cadence.weekly(UTC), Visit::at)
                    .by(Visit::minutes, Segmentation.gatherAbove(9));
        }
    }

    @Test
    void segmentsAndPeriodsCountWhatIsCountedByHand() {
        Segments<String, Series<List<Long>>> found = new Weekdays()
                .per(Cadence.monthly(UTC), Visit::at)
                .by(Visit::shop)
                .over(visits);
        assertThat(found.each().keySet()).containsExactly("east", "north", "south", "west");
        found.each().forEach((shop, series) -> {
            Map<Instant, List<Long>> expected = byHand(
                    visits.stream().filter(visit -> visit.shop().equals(shop)).toList(), CountingTest::month);
            assertThat(series.points())
                    .allSatisfy(point ->
                            assertThat(expected).containsEntry(point.period().from(), point.value()));
        });
    }

    private static Instant month(Visit visit) {
        return visit.at()
                .atZone(UTC)
                .toLocalDate()
                .withDayOfMonth(1)
                .atStartOfDay(UTC)
                .toInstant();
    }

    @Test
    void gatheredSegmentsAreCountedByHandWhateverCameFirst() {
        Segments<Integer, List<Long>> found =
                new Weekdays().by(Visit::minutes, Segmentation.gatherAbove(10)).over(visits);
        assertThat(found.each())
                .isEqualTo(byHand(visits.stream().filter(v -> v.minutes() < 10).toList(), Visit::minutes));
        assertThat(found.rest())
                .contains(byHand(visits.stream().filter(v -> v.minutes() > 9).toList()));
        assertThat(found.total()).isEqualTo(byHand(visits));
    }

    @Test
    void whatARefusedObservationCountedInPartIsForgotten() {
        Metric<Visit, List<Long>> half = Metric.both(
                new Weekdays(),
                Total.of().on(visit -> {
                    if (visit.minutes() > 50) {
                        throw new IllegalArgumentException("too long");
                    }
                    return visit.minutes();
                }),
                (days, minutes) -> days);
        Accumulator<Visit, Segments<String, Series<List<Long>>>> accumulator =
                half.per(Cadence.daily(UTC), Visit::at).by(Visit::shop).start();
        Visit refused = new Visit("north", Instant.EPOCH, 60, List.of());
        Visit taken = new Visit("south", Instant.EPOCH, 5, List.of());
        assertThatThrownBy(() -> accumulator.add(refused)).hasMessage("too long");
        accumulator.add(taken);
        assertThat(accumulator.result().each()).containsOnlyKeys("south");
        assertThat(accumulator.result().total().points())
                .singleElement()
                .satisfies(point -> assertThat(point.value()).isEqualTo(byHand(List.of(taken))));
    }

    @Test
    void aPlaceOutsideTheCountsIsRefusedAndReachesNoOtherCell() {
        Counting<Visit, List<Long>> wrong = new Counting<>() {
            @Override
            public int counts() {
                return 2;
            }

            @Override
            public int place(Visit visit) {
                return visit.minutes();
            }

            @Override
            public List<Long> result(long[] counts) {
                return Arrays.stream(counts).boxed().toList();
            }

            @Override
            public String definition() {
                return "wrong";
            }
        };
        Accumulator<Visit, Segments<String, List<Long>>> accumulator =
                wrong.by(Visit::shop).start();
        accumulator.add(new Visit("north", Instant.EPOCH, 1, List.of()));
        accumulator.add(new Visit("south", Instant.EPOCH, 1, List.of()));
        for (int place : new int[] {-1, 2}) {
            assertThatThrownBy(() -> accumulator.add(new Visit("north", Instant.EPOCH, place, List.of())))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThat(accumulator.result().each().values()).containsOnly(List.of(0L, 1L));
    }
}
