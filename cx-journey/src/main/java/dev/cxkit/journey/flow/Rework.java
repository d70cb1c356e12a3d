package dev.cxkit.journey.flow;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.stats.Proportion;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often activities are repeated (rework). Tools mean different things by rework, so each count has a name of its own here.
 *
 * @param total over all activities
 * @param activities the counts of each activity, in the order of their names; unmodifiable
 */
public record Rework(Counts total, Map<String, Counts> activities) {

    /**
     * What is counted of an activity, or of all.
     *
     * @param journeys how many journeys have it
     * @param selfLoopPairs directly-following pairs of this activity
     * @param selfLoopRuns runs of two or more touchpoints of this activity: the self-loops of Swennen et al. (2016)
     * @param repetitions returns to this activity with another one in between; each return counts
     * @param repeatedActivities journeys that return to this activity with another one in between; over all activities the sum, so a journey
     *     that returns to two counts twice: the repetitions of Swennen et al. (2016)
     * @param reworkJourneys journeys that have this activity, over all activities any one activity, twice or more
     */
    public record Counts(
            long journeys,
            AgentCounts selfLoopPairs,
            AgentCounts selfLoopRuns,
            AgentCounts repetitions,
            AgentCounts repeatedActivities,
            AgentCounts reworkJourneys) {

        /** Returns the share of the journeys that have the activity in which it is done twice or more. */
        public Proportion reworked() {
            return Proportion.of(reworkJourneys.count(), journeys);
        }
    }

    /**
     * A count, parted by who did it again. A pair or return is looked at with the time before; of a stretch or a whole journey, all times
     * that the activity is done.
     *
     * @param repeat all by the same agent
     * @param redo at least two by different agents; a journey as soon as this holds for one activity
     * @param unknown no two by agents known to differ, and at least one by no known agent
     */
    public record AgentCounts(long repeat, long redo, long unknown) {

        /** Returns the count. */
        public long count() {
            return repeat + redo + unknown;
        }
    }

    /** Copies the map. */
    public Rework {
        requireNonNull(total, "total");
        activities = Collections.unmodifiableMap(new LinkedHashMap<>(activities));
    }

    /** Returns the counts of the activity; empty if it does not occur. */
    public Optional<Counts> activity(String name) {
        return Optional.ofNullable(activities.get(name));
    }

    /** Returns the metric that asks for no agents: all are unknown. Memory grows with the different activities. */
    public static Metric<Journey, Rework> metric() {
        return metric("", touchpoint -> Optional.empty());
    }

    /**
     * Returns the metric. Memory grows with the different activities.
     *
     * @param name what the agents are, such as the desk or the employee, by which parts counted by others are told apart
     * @param agent by whom a touchpoint was served; empty if that is not known
     */
    public static Metric<Journey, Rework> metric(
            String name, Fn<? super Touchpoint, ? extends Optional<String>> agent) {
        return new ReworkMetric(requireNonNull(name, "name"), requireNonNull(agent, "agent"));
    }
}
