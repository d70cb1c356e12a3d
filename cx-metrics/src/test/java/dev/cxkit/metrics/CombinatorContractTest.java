package dev.cxkit.metrics;

import dev.cxkit.core.time.Cadence;
import dev.cxkit.metrics.kit.MetricContract;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;

/** Every combinator keeps the laws of the fold. */
class CombinatorContractTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    enum Size {
        SHORT,
        LONG
    }

    abstract static class OnVisits<R> extends MetricContract<Visit, R> {
        @Override
        protected Visit observation(Random random) {
            return Visit.random(random);
        }
    }

    @Nested
    class On extends OnVisits<Total.Sum> {
        @Override
        protected Metric<Visit, Total.Sum> metric() {
            return Total.of().on(Visit::minutes);
        }

        @Override
        protected List<Metric<Visit, Total.Sum>> otherConfigurations() {
            return List.of(new Total("another").on(Visit::minutes));
        }
    }

    @Nested
    class OnEach extends OnVisits<Total.Sum> {
        @Override
        protected Metric<Visit, Total.Sum> metric() {
            return Total.of().on(String::length).onEach(Visit::bought);
        }
    }

    @Nested
    class Where extends OnVisits<Total.Sum> {
        @Override
        protected Metric<Visit, Total.Sum> metric() {
            return Total.of().on(Visit::minutes).where(visit -> visit.minutes() > 50);
        }
    }

    @Nested
    class Then extends OnVisits<Long> {
        @Override
        protected Metric<Visit, Long> metric() {
            return Total.of().on(Visit::minutes).then(Total.Sum::sum);
        }
    }

    @Nested
    class By extends OnVisits<Segments<String, Total.Sum>> {
        @Override
        protected Metric<Visit, Segments<String, Total.Sum>> metric() {
            return Total.of().on(Visit::minutes).by(Visit::shop);
        }

        @Override
        protected List<Metric<Visit, Segments<String, Total.Sum>>> otherConfigurations() {
            Metric<Visit, Total.Sum> minutes = Total.of().on(Visit::minutes);
            return List.of(
                    minutes.by(Visit::shop, Segmentation.failAbove(7)),
                    minutes.by(Visit::shop, Segmentation.gatherAbove(Segmentation.DEFAULT_LIMIT)));
        }
    }

    @Nested
    class ByEnum extends OnVisits<Segments<Size, Total.Sum>> {
        @Override
        protected Metric<Visit, Segments<Size, Total.Sum>> metric() {
            return Total.of()
                    .on(Visit::minutes)
                    .by(
                            visit -> visit.minutes() < 30 ? Size.SHORT : Size.LONG,
                            Segmentation.of(KeyFormat.of(Size.class)));
        }
    }

    @Nested
    class ByGathering extends OnVisits<Segments<Integer, Total.Sum>> {
        @Override
        protected Metric<Visit, Segments<Integer, Total.Sum>> metric() {
            return Total.of().on(Visit::minutes).by(Visit::minutes, Segmentation.gatherAbove(9));
        }
    }

    @Nested
    class Per extends OnVisits<Series<Total.Sum>> {
        @Override
        protected Metric<Visit, Series<Total.Sum>> metric() {
            return Total.of().on(Visit::minutes).per(Cadence.daily(BERLIN), Visit::at);
        }

        @Override
        protected List<Metric<Visit, Series<Total.Sum>>> otherConfigurations() {
            Metric<Visit, Total.Sum> minutes = Total.of().on(Visit::minutes);
            return List.of(
                    minutes.per(Cadence.weekly(BERLIN), Visit::at),
                    minutes.per(Cadence.daily(ZoneId.of("UTC")), Visit::at),
                    minutes.rolling(7, Cadence.daily(BERLIN), Visit::at));
        }
    }

    @Nested
    class Rolling extends OnVisits<Series<Total.Sum>> {
        @Override
        protected Metric<Visit, Series<Total.Sum>> metric() {
            return Total.of().on(Visit::minutes).rolling(3, Cadence.weekly(BERLIN), Visit::at);
        }
    }

    @Nested
    class Both extends OnVisits<List<Long>> {
        @Override
        protected Metric<Visit, List<Long>> metric() {
            return Metric.both(
                    Total.of().on(Visit::minutes),
                    Total.of().on(visit -> visit.bought().size()),
                    (minutes, items) -> List.of(minutes.sum(), items.sum()));
        }
    }

    /** With names enough that {@code Map.of} has them in another order in nearly every JVM. */
    @Nested
    class All extends OnVisits<Map<String, Total.Sum>> {
        @Override
        protected Metric<Visit, Map<String, Total.Sum>> metric() {
            Metric<Visit, Total.Sum> minutes = Total.of().on(Visit::minutes);
            return Metric.all(Map.of(
                    "minutes", minutes,
                    "items", Total.of().on(visit -> visit.bought().size()),
                    "short", minutes.where(visit -> visit.minutes() < 10),
                    "long", minutes.where(visit -> visit.minutes() > 50),
                    "even", minutes.where(visit -> visit.minutes() % 2 == 0),
                    "odd", minutes.where(visit -> visit.minutes() % 2 == 1),
                    "shops", Total.of().on(visit -> visit.shop().length()),
                    "letters", Total.of().on(String::length).onEach(Visit::bought)));
        }
    }

    @Nested
    class BySegmentAndMonth extends OnVisits<Segments<String, Series<Total.Sum>>> {
        @Override
        protected Metric<Visit, Segments<String, Series<Total.Sum>>> metric() {
            return Total.of()
                    .on(Visit::minutes)
                    .per(Cadence.monthly(BERLIN), Visit::at)
                    .by(Visit::shop);
        }
    }

    @Nested
    class Named extends OnVisits<Total.Sum> {
        @Override
        protected Metric<Visit, Total.Sum> metric() {
            return Total.of().on(Visit::minutes).named("minutes");
        }

        @Override
        protected List<Metric<Visit, Total.Sum>> otherConfigurations() {
            return List.of(Total.of().on(Visit::minutes).named("hours"));
        }
    }

    @Nested
    class SeveralSums extends OnVisits<List<Long>> {
        @Override
        protected Metric<Visit, List<Long>> metric() {
            return Sums.metric("visits and things", 2, CombinatorContractTest::sum);
        }

        @Override
        protected List<Metric<Visit, List<Long>>> otherConfigurations() {
            return List.of(Sums.metric("visits and things and more", 3, CombinatorContractTest::sum));
        }
    }

    @Nested
    class HowMany extends OnVisits<Long> {
        @Override
        protected Metric<Visit, Long> metric() {
            return Metric.count();
        }
    }

    @Nested
    class AroundEachOther extends OnVisits<Long> {
        @Override
        protected Metric<Visit, Long> metric() {
            return Metric.<String>count()
                    .where(thing -> thing.length() > 3)
                    .on(String::strip)
                    .onEach(Visit::bought)
                    .where(visit -> visit.minutes() > 20)
                    .then(count -> count + 1)
                    .where(visit -> visit.minutes() < 70)
                    .on((Visit visit) -> visit)
                    .then(count -> 2 * count)
                    .named("long things of visits of medium length");
        }

        @Override
        protected List<Metric<Visit, Long>> otherConfigurations() {
            return List.of(Metric.count());
        }
    }

    private static void sum(Visit visit, long... counts) {
        counts[0]++;
        counts[1] += visit.bought().size();
    }
}
