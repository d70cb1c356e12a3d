package dev.cxkit.journey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.metrics.Condition;
import dev.cxkit.metrics.Fn;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Assembles journeys from touchpoints of any source, in any order: by a key (customer, account or case), with an activity for each touchpoint,
 * and by rules for when a journey ends and the next of its key begins.
 *
 * <ul>
 *   <li>A journey ends at a {@linkplain #endingAtGoal goal}, with a touchpoint that {@linkplain #closedBy closes} it, with the next
 *       {@linkplain #endingWithRound round} of the loop, or after {@linkplain #endingAfterInactivity inactivity}; without a rule it stays open.
 *   <li>Two touchpoints of one key with the same source and id are one: the first given stays, the others are
 *       {@linkplain JourneyAssembly#duplicates counted} and dropped.
 *   <li>A touchpoint with a blank key or activity, or outside 1677..2262, is refused.
 * </ul>
 *
 * <p>Immutable; each method returns a changed one.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.Journey;
 * import dev.cxkit.journey.JourneyAssembler;
 * import java.time.Duration;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.stream.Stream;
 * List<Journey> journeys = JourneyAssembler.byCustomer()
 *         .endingAtGoal(touchpoint -> touchpoint.type().equals(TouchpointType.ORDER))
 *         .endingAfterInactivity(Duration.ofHours(1))
 *         .assemble(Stream.of("ann visit 0", "ann order 5", "ann visit 90", "bob visit 1")
 *                 .map(row -> row.split(" "))
 *                 .map(row -> Interaction.builder(String.join("-", row), TouchpointType.of(row[1]))
 *                         .customer(CustomerId.of(row[0])).channel(Channel.WEB)
 *                         .occurredAt(Instant.EPOCH.plusSeconds(60 * Long.parseLong(row[2]))).build())
 *                 .toList());
 * for (Journey journey : journeys) {
 *     System.out.println(journey.id() + " " + journey.activities() + " " + journey.status());
 * }
 * // -> ann [visit, order] GOAL_REACHED
 * // -> ann#2 [visit] OPEN
 * // -> bob [visit] INACTIVE
 * }</pre>
 */
public final class JourneyAssembler {

    final Fn<? super Touchpoint, String> key;
    final Fn<? super Touchpoint, String> activity;
    final Fn<? super Touchpoint, String> source;
    final @Nullable Condition<? super Touchpoint> goal;
    final @Nullable Condition<? super Touchpoint> closing;
    final @Nullable Condition<? super Touchpoint> lastStage;
    final @Nullable Condition<? super Touchpoint> nextRound;

    /** The most nanoseconds between the starts of two touchpoints of one journey. */
    final long inactivityNanos;

    private JourneyAssembler(
            Fn<? super Touchpoint, String> key,
            Fn<? super Touchpoint, String> activity,
            Fn<? super Touchpoint, String> source,
            @Nullable Condition<? super Touchpoint> goal,
            @Nullable Condition<? super Touchpoint> closing,
            @Nullable Condition<? super Touchpoint> lastStage,
            @Nullable Condition<? super Touchpoint> nextRound,
            long inactivityNanos) {
        this.key = key;
        this.activity = activity;
        this.source = source;
        this.goal = goal;
        this.closing = closing;
        this.lastStage = lastStage;
        this.nextRound = nextRound;
        this.inactivityNanos = inactivityNanos;
    }

    /** Returns an assembler of one journey per customer. */
    public static JourneyAssembler byCustomer() {
        return by(touchpoint -> touchpoint.customer().value());
    }

    /**
     * Returns an assembler of one journey per key, such as the account of the customer or the case that the touchpoint is about.
     *
     * @param key by what touchpoints belong together, not blank
     */
    public static JourneyAssembler by(Fn<? super Touchpoint, String> key) {
        return new JourneyAssembler(
                requireNonNull(key, "key"),
                touchpoint -> touchpoint.type().name(),
                touchpoint -> "",
                null,
                null,
                null,
                null,
                Long.MAX_VALUE);
    }

    /**
     * Returns one whose activities are not the names of the types.
     *
     * @param activity the activity of a touchpoint, not blank
     */
    public JourneyAssembler withActivity(Fn<? super Touchpoint, String> activity) {
        return new JourneyAssembler(
                key,
                requireNonNull(activity, "activity"),
                source,
                goal,
                closing,
                lastStage,
                nextRound,
                inactivityNanos);
    }

    /**
     * Returns one for touchpoints of several sources, of which each gives ids without regard to the others. Two touchpoints of one key
     * with the same source and id are one: the first given stays.
     */
    public JourneyAssembler fromSource(Fn<? super Touchpoint, String> source) {
        return new JourneyAssembler(
                key, activity, requireNonNull(source, "source"), goal, closing, lastStage, nextRound, inactivityNanos);
    }

    /** Returns one whose journeys end with a touchpoint that reaches the goal; what follows is the next journey. */
    public JourneyAssembler endingAtGoal(Condition<? super Touchpoint> goal) {
        return new JourneyAssembler(
                key, activity, source, requireNonNull(goal, "goal"), closing, lastStage, nextRound, inactivityNanos);
    }

    /** Returns one whose journeys end with a touchpoint that closes them, such as a cancellation; what follows is the next journey. */
    public JourneyAssembler closedBy(Condition<? super Touchpoint> closing) {
        return new JourneyAssembler(
                key, activity, source, goal, requireNonNull(closing, "closing"), lastStage, nextRound, inactivityNanos);
    }

    /**
     * Returns one that starts a new journey with each round of the loop: once a touchpoint of the last stage was reached, the first touchpoint of
     * the stage to which the loop leads back begins the next round.
     *
     * @param lastStage whether a touchpoint is of the last stage
     * @param nextRound whether a touchpoint is of the stage where a round begins
     */
    public JourneyAssembler endingWithRound(
            Condition<? super Touchpoint> lastStage, Condition<? super Touchpoint> nextRound) {
        return new JourneyAssembler(
                key,
                activity,
                source,
                goal,
                closing,
                requireNonNull(lastStage, "lastStage"),
                requireNonNull(nextRound, "nextRound"),
                inactivityNanos);
    }

    /**
     * Returns one whose journeys end when no touchpoint follows for longer than the limit; one exactly at the limit still belongs.
     *
     * <p>Here inactivity is measured from the start of a touchpoint to the start of the next; {@link Journey#sessions} measures from the end of all
     * before.
     *
     * @throws IllegalArgumentException if the limit is not above 0 or longer than 292 years
     */
    public JourneyAssembler endingAfterInactivity(Duration inactivity) {
        if (inactivity.isNegative()
                || inactivity.isZero()
                || inactivity.compareTo(Duration.ofNanos(Long.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException("inactivity " + inactivity + " is outside PT0.000000001S..292 years");
        }
        return new JourneyAssembler(key, activity, source, goal, closing, lastStage, nextRound, inactivity.toNanos());
    }

    /** Returns an empty assembly, to which touchpoints are added as they come. */
    public JourneyAssembly newAssembly() {
        return new JourneyAssembly(this);
    }

    /**
     * Returns the journeys of these touchpoints; to learn of duplicates, ask an {@linkplain #newAssembly assembly}.
     *
     * @throws IllegalArgumentException if a touchpoint has a blank key or activity or occurred outside 1677..2262
     */
    public List<Journey> assemble(Iterable<? extends Touchpoint> touchpoints) {
        JourneyAssembly assembly = newAssembly();
        assembly.addAll(touchpoints);
        return assembly.close();
    }
}
