package dev.cxkit.journey.analysis;

import dev.cxkit.metrics.Examples;
import dev.cxkit.metrics.KeyFormat;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segmentation;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.Sums;
import dev.cxkit.metrics.stats.Proportion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How one journey passed one place, once or several times. */
final class Passages {

    final Place place;
    private final String journey;
    private final boolean reached;

    /** The step or stage before the first passage, empty at the start of the journey. */
    private final String first;

    private final Set<String> origins = new TreeSet<>();

    /** What is known of each sign: whether any passage showed it. */
    private final Map<PainSign, Boolean> signs = new EnumMap<>(PainSign.class);

    Passages(Place place, String journey, boolean reached, String first) {
        this.place = place;
        this.journey = journey;
        this.reached = reached;
        this.first = first;
        show(PainSign.GOAL_MISSED, !reached);
    }

    void from(String origin) {
        show(PainSign.LOOPED, !origins.isEmpty());
        origins.add(origin);
    }

    void show(PainSign sign, boolean shown) {
        signs.merge(sign, shown, Boolean::logicalOr);
    }

    private record Shown(PainSign sign, boolean shown, String journey) {}

    private List<Shown> shown() {
        List<Shown> all = new ArrayList<>();
        signs.forEach((sign, shown) -> all.add(new Shown(sign, shown, journey)));
        return all;
    }

    private record Origin(String name, boolean first, boolean reached) {}

    private List<Origin> origins() {
        return origins.stream()
                .map(name -> new Origin(name, name.equals(first), reached))
                .toList();
    }

    private record Around(Segments<PainSign, PlaceCount.Sign> signs, Segments<String, PlaceCount.Origin> origins) {}

    /** Counts the journeys that pass one place. */
    static Metric<Passages, PlaceCount> metric(int examples) {
        Metric<Passages, Segments<PainSign, PlaceCount.Sign>> signs = Metric.both(
                        Proportion.metric(Shown::shown),
                        Examples.of(examples, Shown::journey).where(Shown::shown),
                        PlaceCount.Sign::new)
                .by(Shown::sign, Segmentation.of(KeyFormat.of(PainSign.class)))
                .onEach(Passages::shown);
        Metric<Passages, Segments<String, PlaceCount.Origin>> origins = new Sums<Origin>(3, Passages::add)
                .then(sums -> new PlaceCount.Origin(sums.get(0), Proportion.of(sums.get(2), sums.get(1))))
                .by(Origin::name, Segmentation.failAbove(Integer.MAX_VALUE))
                .onEach(Passages::origins);
        return Metric.both(
                Proportion.metric((Passages passages) -> passages.reached),
                Metric.both(signs, origins, Around::new),
                (goals, around) -> new PlaceCount(goals, around.signs.each(), around.origins.each()));
    }

    private static void add(Origin origin, long... sums) {
        sums[0] += origin.first ? 1 : 0;
        sums[1]++;
        sums[2] += origin.reached ? 1 : 0;
    }
}
