package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.Proportion;
import dev.cxkit.metrics.stats.ProportionInterval;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Pain signs and goals counted by location, from which {@linkplain PainPoint pain points} are found: locations against all others with
 * {@link #elsewhere}, or the same locations against another segment or an earlier period with {@link #against}.
 *
 * @param goals how many of the journeys reached the goal
 * @param open how many journeys may still do so; they are counted nowhere else
 * @param locations the locations, in their order
 */
public record PainCounts(Proportion goals, long open, Map<JourneyLocation, JourneyLocationCounts> locations)
        implements Result {

    public PainCounts {
        requireNonNull(goals, "goals");
        locations = Collections.unmodifiableMap(new TreeMap<>(locations));
        for (Map.Entry<JourneyLocation, JourneyLocationCounts> entry : locations.entrySet()) {
            for (Map.Entry<String, JourneyLocationCounts.Origin> each :
                    entry.getValue().origins().entrySet()) {
                Proportion part = each.getValue().goals();
                Proportion all = at(goals, locations, entry.getKey().kind(), each.getKey());
                if (part.count() > all.count() || part.total() - part.count() > all.total() - all.count()) {
                    throw new IllegalArgumentException("goals " + part + " of " + entry.getKey()
                            + " are no part of those of '" + each.getKey() + "'");
                }
            }
        }
    }

    /** Returns the counts of the location; empty if no journey visited it. */
    public Optional<JourneyLocationCounts> location(JourneyLocation location) {
        return Optional.ofNullable(locations.get(requireNonNull(location, "location")));
    }

    /** Returns {@link #elsewhere(FindingRule)} with {@link FindingRule#STANDARD}. */
    public List<PainPoint> elsewhere() {
        return elsewhere(FindingRule.STANDARD);
    }

    /**
     * Returns the pain points of each location against all others, most goals lost first.
     *
     * <ul>
     *   <li>A pain sign is compared with its share at all other locations of the kind. A journey counts at each of them, so that share looks a
     *       little more certain than it is.
     *   <li>Goals are compared with the journeys that were at the same activity or stage before and left it for elsewhere; where journeys
     *       came from several, their rates are weighted by how many came from each. So an activity late in the journey is not compared with
     *       those who never came near it.
     *   <li>Reported is a difference above 0 that {@code findingRule} takes for significant.
     * </ul>
     */
    public List<PainPoint> elsewhere(FindingRule findingRule) {
        PainFinder finder = new PainFinder("elsewhere", findingRule);
        locations.forEach((location, count) -> {
            Optional<Estimate> goal = expected(location, count, findingRule.level());
            goal.ifPresent(rate -> finder.test(
                    location,
                    count,
                    rate,
                    sign -> sign.equals(PainSign.GOAL_MISSED)
                            ? Optional.of(without(rate))
                            : others(location, sign).estimate(ProportionInterval.WILSON, findingRule.level())));
        });
        return finder.findings();
    }

    /** Returns {@link #against(String, PainCounts, FindingRule)} with {@link FindingRule#STANDARD}. */
    public List<PainPoint> against(String name, PainCounts other) {
        return against(name, other, FindingRule.STANDARD);
    }

    /**
     * Returns the pain points of each location against the same location in other journeys, most goals lost first.
     *
     * @param name what the others are, in words, such as {@code in April}
     * @param other the counts of an earlier period or another segment, of the same metric and of other journeys
     * @param findingRule what is significant enough to report
     */
    public List<PainPoint> against(String name, PainCounts other, FindingRule findingRule) {
        requireNonNull(name, "name");
        PainFinder finder = new PainFinder(name, findingRule);
        locations.forEach((location, count) -> {
            JourneyLocationCounts there = other.locations.get(location);
            if (there != null) {
                there.goals()
                        .estimate(ProportionInterval.WILSON, findingRule.level())
                        .ifPresent(rate -> finder.test(
                                location,
                                count,
                                rate,
                                sign -> there.sign(sign)
                                        .flatMap(one ->
                                                one.share().estimate(ProportionInterval.WILSON, findingRule.level()))));
            }
        });
        return finder.findings();
    }

    private static Estimate without(Estimate rate) {
        return rate.interval()
                .map(of -> new Estimate(1 - rate.value(), 1 - of.high(), 1 - of.low(), rate.level(), rate.n()))
                .orElse(new Estimate(1 - rate.value(), null, rate.level(), rate.n()));
    }

    /** The sign at all other locations of the kind. */
    private Proportion others(JourneyLocation location, PainSign sign) {
        long count = 0;
        long total = 0;
        for (Map.Entry<JourneyLocation, JourneyLocationCounts> other : locations.entrySet()) {
            if (other.getKey().kind().equals(location.kind()) && !other.getKey().equals(location)) {
                Optional<JourneyLocationCounts.Sign> there = other.getValue().sign(sign);
                count += there.map(one -> one.share().count()).orElse(0L);
                total += there.map(one -> one.share().total()).orElse(0L);
            }
        }
        return Proportion.of(count, total);
    }

    /**
     * The goal rate of those who were where the journeys came from and left for elsewhere; n is the effective sample size of Kish (1965).
     */
    private Optional<Estimate> expected(JourneyLocation location, JourneyLocationCounts count, double level) {
        double journeys = 0;
        double goalRates = 0;
        double squares = 0;
        for (Map.Entry<String, JourneyLocationCounts.Origin> entry :
                count.origins().entrySet()) {
            JourneyLocationCounts.Origin origin = entry.getValue();
            Proportion all = at(goals, locations, location.kind(), entry.getKey());
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

    private static Proportion at(
            Proportion goals,
            Map<JourneyLocation, JourneyLocationCounts> locations,
            JourneyLocation.Kind kind,
            String origin) {
        if (origin.isEmpty()) {
            return goals;
        }
        JourneyLocation location = kind.equals(JourneyLocation.Kind.STAGE)
                ? JourneyLocation.stage(origin)
                : JourneyLocation.activity(origin);
        JourneyLocationCounts counts = locations.get(location);
        if (counts == null) {
            throw new IllegalArgumentException("origin " + location + " is no location");
        }
        return counts.goals();
    }

    /** Returns {@code goals}, {@code open} and {@code locations}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("goals", goals)
                .with("open", open)
                .results("locations", locations)
                .map();
    }
}
