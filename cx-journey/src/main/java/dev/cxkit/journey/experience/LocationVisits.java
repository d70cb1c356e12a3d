package dev.cxkit.journey.experience;

import dev.cxkit.metrics.Examples;
import dev.cxkit.metrics.KeyFormat;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segmentation;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.Sums;
import dev.cxkit.metrics.stats.Proportion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The visits of one journey to one location, one or several. */
final class LocationVisits {

    final JourneyLocation location;
    private final String journey;
    private final boolean reached;

    /** The activity or stage before the first visit, empty at the start of the journey. */
    private final String first;

    private final List<Origin> origins = new ArrayList<>();

    /** The signs of which it is known whether any visit shows them, and those that one does. */
    private final Set<PainSign> known = EnumSet.noneOf(PainSign.class);

    private final Set<PainSign> shown = EnumSet.noneOf(PainSign.class);

    LocationVisits(JourneyLocation location, String journey, boolean reached, String first) {
        this.location = location;
        this.journey = journey;
        this.reached = reached;
        this.first = first;
        show(PainSign.GOAL_MISSED, !reached);
    }

    void from(String name) {
        show(PainSign.LOOPED, !origins.isEmpty());
        Origin origin = new Origin(name, name.equals(first), reached);
        if (!origins.contains(origin)) {
            origins.add(origin);
        }
    }

    void show(PainSign sign, boolean isShown) {
        known.add(sign);
        if (isShown) {
            shown.add(sign);
        }
    }

    private record Shown(PainSign sign, String journey) {}

    private List<Shown> shown() {
        List<Shown> all = new ArrayList<>(shown.size());
        shown.forEach(sign -> all.add(new Shown(sign, journey)));
        return all;
    }

    private record Origin(String name, boolean first, boolean reached) {}

    private record Around(
            Segments<PainSign, List<String>> examples, Segments<String, JourneyLocationCounts.Origin> origins) {}

    private static final List<PainSign> SIGNS = List.of(PainSign.values());

    /** Counts the journeys that visit one location. */
    static Metric<LocationVisits, JourneyLocationCounts> metric(int examples) {
        Metric<LocationVisits, Segments<PainSign, List<String>>> named = Examples.metric(examples, Shown::journey)
                .by(Shown::sign, Segmentation.of(KeyFormat.of(PainSign.class)))
                .onEach(LocationVisits::shown);
        Metric<LocationVisits, Segments<String, JourneyLocationCounts.Origin>> origins = Sums.<Origin>metric(
                        "origins", 3, LocationVisits::add)
                .then(sums -> new JourneyLocationCounts.Origin(sums.get(0), Proportion.of(sums.get(2), sums.get(1))))
                .by(Origin::name, Segmentation.failAbove(Integer.MAX_VALUE))
                .onEach((LocationVisits visits) -> visits.origins);
        return Metric.both(
                Sums.metric("signs", 2 * SIGNS.size(), LocationVisits::addSigns),
                Metric.both(named, origins, Around::new),
                LocationVisits::count);
    }

    private static void add(Origin origin, long... sums) {
        sums[0] += origin.first ? 1 : 0;
        sums[1]++;
        sums[2] += origin.reached ? 1 : 0;
    }

    private void addSigns(long... sums) {
        for (int i = 0; i < SIGNS.size(); i++) {
            sums[2 * i] += known.contains(SIGNS.get(i)) ? 1 : 0;
            sums[2 * i + 1] += shown.contains(SIGNS.get(i)) ? 1 : 0;
        }
    }

    private static JourneyLocationCounts count(List<Long> sums, Around around) {
        Map<PainSign, JourneyLocationCounts.Sign> signs = new EnumMap<>(PainSign.class);
        for (int i = 0; i < SIGNS.size(); i++) {
            PainSign sign = SIGNS.get(i);
            Proportion share = Proportion.of(sums.get(2 * i + 1), sums.get(2 * i));
            if (share.total() > 0) {
                signs.put(
                        sign,
                        new JourneyLocationCounts.Sign(
                                share, around.examples.get(sign).orElse(List.of())));
            }
        }
        int missed = SIGNS.indexOf(PainSign.GOAL_MISSED);
        long journeys = sums.get(2 * missed);
        Proportion goals = Proportion.of(journeys - sums.get(2 * missed + 1), journeys);
        return new JourneyLocationCounts(goals, signs, around.origins.each());
    }
}
