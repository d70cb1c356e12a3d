package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.Proportion;
import dev.cxkit.metrics.stats.ProportionInterval;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Signs of trouble counted by place, from which the findings are made: places against others with {@link #elsewhere}, or the same
 * places against another segment or an earlier period with {@link #against}.
 *
 * @param goals how many of the journeys came to the goal
 * @param open how many journeys may still do so; they are counted nowhere else
 * @param locations the places, in their order
 */
public record PainCounts(Proportion goals, long open, Map<JourneyLocation, JourneyLocationCounts> locations) {

    /** Copies the map. */
    public PainCounts {
        requireNonNull(goals, "goals");
        locations = Collections.unmodifiableMap(new TreeMap<>(locations));
    }

    /** Returns the counts of the place; empty if no journey passed it. */
    public Optional<JourneyLocationCounts> location(JourneyLocation place) {
        return Optional.ofNullable(locations.get(requireNonNull(place, "place")));
    }

    /** Returns {@link #elsewhere(FindingRule)} with {@link FindingRule#STANDARD}. */
    public List<PainPoint> elsewhere() {
        return elsewhere(FindingRule.STANDARD);
    }

    /**
     * Returns the findings of each place against elsewhere, most goals lost first.
     *
     * <p>A sign is compared with its share at all other places of the kind. A journey counts at each of them, so that share looks a
     * little surer than it is. Goals are compared with the journeys that stood at the same step or stage before and did not go on to
     * the place from there; where journeys came from several, their rates are weighted by how many came from each. So a step late in
     * the journey is not compared with those who never came near it.
     */
    public List<PainPoint> elsewhere(FindingRule screening) {
        PainFinder finder = new PainFinder("elsewhere", screening);
        locations.forEach((place, count) -> {
            Optional<Estimate> goal = expected(place, count, screening.level());
            goal.ifPresent(rate -> finder.look(
                    place,
                    count,
                    rate,
                    sign -> sign.equals(PainSign.GOAL_MISSED)
                            ? Optional.of(without(rate))
                            : others(place, sign).estimate(ProportionInterval.WILSON, screening.level())));
        });
        return finder.findings();
    }

    /** Returns {@link #against(String, PainCounts, FindingRule)} with {@link FindingRule#STANDARD}. */
    public List<PainPoint> against(String name, PainCounts other) {
        return against(name, other, FindingRule.STANDARD);
    }

    /**
     * Returns the findings of each place against the same place in other journeys, most goals lost first.
     *
     * @param name what the others are, in words, such as {@code in April}
     * @param other the counts of an earlier period or another segment, of the same metric and of other journeys
     */
    public List<PainPoint> against(String name, PainCounts other, FindingRule screening) {
        requireNonNull(name, "name");
        PainFinder finder = new PainFinder(name, screening);
        locations.forEach((place, count) -> {
            JourneyLocationCounts there = other.locations.get(place);
            if (there != null) {
                there.goals()
                        .estimate(ProportionInterval.WILSON, screening.level())
                        .ifPresent(rate -> finder.look(
                                place,
                                count,
                                rate,
                                sign -> there.sign(sign)
                                        .flatMap(one ->
                                                one.share().estimate(ProportionInterval.WILSON, screening.level()))));
            }
        });
        return finder.findings();
    }

    private static Estimate without(Estimate rate) {
        return new Estimate(1 - rate.value(), 1 - rate.high(), 1 - rate.low(), rate.level(), rate.n());
    }

    /** The sign at all other places of the kind. */
    private Proportion others(JourneyLocation place, PainSign sign) {
        long count = 0;
        long of = 0;
        for (Map.Entry<JourneyLocation, JourneyLocationCounts> other : locations.entrySet()) {
            if (other.getKey().kind().equals(place.kind()) && !other.getKey().equals(place)) {
                Optional<JourneyLocationCounts.Sign> there = other.getValue().sign(sign);
                count += there.map(one -> one.share().count()).orElse(0L);
                of += there.map(one -> one.share().total()).orElse(0L);
            }
        }
        return Proportion.of(count, of);
    }

    /** The goal rate of those who stood where the journeys came from and went another way; n is Kish's effective one (1965). */
    private Optional<Estimate> expected(JourneyLocation place, JourneyLocationCounts count, double level) {
        double journeys = 0;
        double goalRates = 0;
        double squares = 0;
        for (Map.Entry<String, JourneyLocationCounts.Origin> entry :
                count.origins().entrySet()) {
            JourneyLocationCounts.Origin origin = entry.getValue();
            Proportion all = at(place.kind(), entry.getKey());
            long others = all.total() - origin.goals().total();
            if (others > 0 && origin.first() > 0) {
                double rate = (double) (all.count() - origin.goals().count()) / others;
                journeys += origin.first();
                goalRates += origin.first() * rate;
                squares += (double) origin.first() * origin.first() / others;
            }
        }
        return journeys == 0
                ? Optional.empty()
                : Optional.of(ProportionInterval.WILSON.of(
                        Math.min(1, goalRates / journeys), journeys * journeys / squares, level));
    }

    private Proportion at(JourneyLocation.Kind kind, String origin) {
        if (origin.isEmpty()) {
            return goals;
        }
        JourneyLocation place = kind.equals(JourneyLocation.Kind.STAGE)
                ? JourneyLocation.stage(origin)
                : JourneyLocation.activity(origin);
        return requireNonNull(locations.get(place), "place " + place).goals();
    }
}
