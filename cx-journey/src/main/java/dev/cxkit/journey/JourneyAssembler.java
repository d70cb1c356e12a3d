package dev.cxkit.journey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.metrics.Condition;
import dev.cxkit.metrics.Fn;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How touchpoints of any source, in any order, become journeys: by what they belong together, which activity each of them is, and when one
 * journey ends and the next of the same key begins. Immutable; each method returns a changed one.
 *
 * <pre>{@code
 * List<Journey> journeys = JourneyAssembler.byCustomer()
 *         .endingAt(touchpoint -> touchpoint.type().equals(TouchpointType.ORDER))
 *         .endingAfter(Duration.ofDays(30))
 *         .assemble(touchpoints);
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

    /** The most nanoseconds between two touchpoints of one journey. */
    final long inactivityNanos;

    private JourneyAssembler(
            Fn<? super Touchpoint, String> key,
            Fn<? super Touchpoint, String> activity,
            Fn<? super Touchpoint, String> source,
            @Nullable Condition<? super Touchpoint> goal,
            @Nullable Condition<? super Touchpoint> closing,
            @Nullable Condition<? super Touchpoint> reached,
            @Nullable Condition<? super Touchpoint> again,
            long inactivityNanos) {
        this.key = key;
        this.activity = activity;
        this.source = source;
        this.goal = goal;
        this.closing = closing;
        this.lastStage = reached;
        this.nextRound = again;
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
     * Returns one with other activities than the names of the types.
     *
     * @param activity the activity of a touchpoint, not blank
     */
    public JourneyAssembler withActivity(Fn<? super Touchpoint, String> activity) {
        return new JourneyAssembler(
                key, requireNonNull(activity, "activity"), source, goal, closing, lastStage, nextRound, inactivityNanos);
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
     * @param reached whether a touchpoint is of the last stage
     * @param again whether a touchpoint is of the stage where a round begins
     */
    public JourneyAssembler endingWithRound(
            Condition<? super Touchpoint> reached, Condition<? super Touchpoint> again) {
        return new JourneyAssembler(
                key,
                activity,
                source,
                goal,
                closing,
                requireNonNull(reached, "reached"),
                requireNonNull(again, "again"),
                inactivityNanos);
    }

    /**
     * Returns one whose journeys end when nothing follows for longer than the limit; a touchpoint exactly at the limit still belongs.
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
     * Returns the journeys of these touchpoints; for what was refused or a duplicate, ask an {@link #newAssembly} assembly.
     *
     * @throws IllegalArgumentException if a touchpoint has a blank key or activity or occurred outside 1677..2262
     */
    public List<Journey> assemble(Iterable<? extends Touchpoint> touchpoints) {
        JourneyAssembly assembly = newAssembly();
        assembly.addAll(touchpoints);
        return assembly.close();
    }
}
