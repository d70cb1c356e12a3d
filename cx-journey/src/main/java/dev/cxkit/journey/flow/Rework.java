package dev.cxkit.journey.flow;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.stats.Proportion;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@index Rework Rework} in journeys: self-loops and repetitions of activities, by the same agent or by another.
 *
 * <p>Tools mean different things by rework, so each count has a name of its own:
 *
 * <ul>
 *   <li>{@linkplain Counts#selfLoopPairs self-loop pairs}: an activity that directly follows itself, each pair once.
 *   <li>{@linkplain Counts#selfLoopRuns self-loop runs}: runs of two or more touchpoints of one activity; the
 *       {@index "self-loop self-loops"} of Swennen et al. (2016).
 *   <li>{@linkplain Counts#repetitions repetitions}: returns to an activity with another in between, each return once.
 *   <li>{@linkplain Counts#repeatedActivities repeated activities}: journeys and activities with at least one such return; the repetitions
 *       of Swennen et al. (2016).
 *   <li>{@linkplain Counts#reworkJourneys journeys with rework}: journeys that have an activity twice or more.
 * </ul>
 *
 * <p>Source: Swennen, Martin, Janssenswillen, Jans, Depaire, Caris and Vanhoof (2016), <i>Capturing resource behaviour from event logs</i>.
 *
 * <ul>
 *   <li>Where agents are not asked for or not known, a count is {@linkplain AgentCounts#unknown unknown} by agent, and still counted.
 *   <li>An activity that does not occur has no counts; without journeys all are 0.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.Journey;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.flow.Rework;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.stream.Stream;
 * List<Journey> journeys = JourneyAssembler.byCustomer()
 *         .assemble(Stream.of("ann visit 0", "ann visit 2", "ann basket 5", "ann visit 9", "bob visit 1")
 *                 .map(row -> row.split(" "))
 *                 .map(row -> Interaction.builder(String.join("-", row), TouchpointType.of(row[1]))
 *                         .customer(CustomerId.of(row[0])).channel(Channel.WEB)
 *                         .occurredAt(Instant.EPOCH.plusSeconds(60 * Long.parseLong(row[2]))).build())
 *                 .toList());
 * Rework.Counts visit = Rework.metric().over(journeys).activity("visit").orElseThrow();
 * System.out.println(visit.selfLoopPairs().count() + " self-loop, " + visit.repetitions().count() + " repetition");
 * System.out.println(visit.reworked().count() + " of " + visit.reworked().total() + " journeys with rework");
 * // -> 1 self-loop, 1 repetition
 * // -> 1 of 2 journeys with rework
 * }</pre>
 *
 * @param total over all activities
 * @param activities the counts of each activity, in the order of their names; unmodifiable
 */
public record Rework(Counts total, Map<String, Counts> activities) implements Result {

    /**
     * The rework of an activity, or of all.
     *
     * @param journeys how many journeys have it
     * @param selfLoopPairs directly-follows pairs of this activity with itself
     * @param selfLoopRuns runs of two or more touchpoints that all are this activity
     * @param repetitions returns to this activity with another one in between; each return counts
     * @param repeatedActivities journeys that return to this activity with another one in between; over all activities the sum, so a journey
     *     that returns to two counts twice
     * @param reworkJourneys journeys that have this activity, over all activities any one activity, twice or more
     */
    public record Counts(
            long journeys,
            AgentCounts selfLoopPairs,
            AgentCounts selfLoopRuns,
            AgentCounts repetitions,
            AgentCounts repeatedActivities,
            AgentCounts reworkJourneys)
            implements Result {

        /** Checks that no more journeys have it twice than have it. */
        public Counts {
            if (reworkJourneys.count() > journeys) {
                throw new IllegalArgumentException(
                        reworkJourneys.count() + " journeys have rework, and only " + journeys + " have the activity");
            }
        }

        /** Returns the share of the journeys with the activity that have it twice or more. */
        public Proportion reworked() {
            return Proportion.of(reworkJourneys.count(), journeys);
        }

        /**
         * Returns {@code journeys}, {@code reworked}, {@code reworkJourneys}, {@code selfLoopPairs}, {@code selfLoopRuns}, {@code
         * repetitions} and {@code repeatedActivities}.
         */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("journeys", journeys)
                    .with("reworked", reworked())
                    .with("reworkJourneys", reworkJourneys)
                    .with("selfLoopPairs", selfLoopPairs)
                    .with("selfLoopRuns", selfLoopRuns)
                    .with("repetitions", repetitions)
                    .with("repeatedActivities", repeatedActivities)
                    .map();
        }
    }

    /**
     * A count, parted by which agents repeated the activity. Of a pair or a return two touchpoints are looked at; of a run or a whole journey
     * all touchpoints of the activity.
     *
     * @param repeat all by the same agent
     * @param redo at least two by different agents; a journey as soon as this holds for one activity
     * @param unknown no two by agents known to differ, and at least one by no known agent
     */
    public record AgentCounts(long repeat, long redo, long unknown) implements Result {

        /** Checks that they can be counted together. */
        public AgentCounts {
            Check.sum("count", Check.sum("count", repeat, redo), unknown);
        }

        /** Returns the count. */
        public long count() {
            return repeat + redo + unknown;
        }

        /** Returns {@code count}, {@code repeat}, {@code redo} and {@code unknown}. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("count", count())
                    .with("repeat", repeat)
                    .with("redo", redo)
                    .with("unknown", unknown)
                    .map();
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
        return new ReworkMetric("", touchpoint -> Optional.empty());
    }

    /**
     * Returns the metric. Memory grows with the different activities.
     *
     * @param name what the agents are, such as the desk or the employee, by which metrics of other agents are told apart, not blank
     * @param agent by whom a touchpoint was served; empty if that is not known
     * @throws IllegalArgumentException if the name is blank
     */
    public static Metric<Journey, Rework> metric(
            String name, Fn<? super Touchpoint, ? extends Optional<String>> agent) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of the agents is blank");
        }
        return new ReworkMetric(name, requireNonNull(agent, "agent"));
    }

    /** Returns {@code total} and {@code activities}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("total", total)
                .results("activities", activities)
                .map();
    }
}
