package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.JourneyStatus;
import dev.cxkit.metrics.Definition;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The goal of journeys, such as a purchase, and when a journey that has not reached it is abandoned: {@index "goal attainment"}.
 *
 * <ul>
 *   <li>Reached: the journey has a touchpoint of one of the activities; the first of them counts.
 *   <li>Not reached: the journey is over (see {@link Journey#status()}) or {@linkplain #abandonedAfter abandoned} without the goal.
 *   <li>Open: it may still reach the goal, and is counted neither as reached nor as not reached.
 * </ul>
 *
 * @param activities the activities that are the goal, at least one, in the order of their names
 * @param inactivity the inactivity after which a journey that is not over is abandoned; null if it never is
 * @param asOf when the journeys are looked at; null exactly if {@code inactivity} is
 */
public record JourneyGoal(
        List<String> activities,
        @Nullable Duration inactivity,
        @Nullable Instant asOf) implements Serializable {

    /** Whether a journey reached the goal. */
    public enum Outcome {
        /** It reached the goal. */
        REACHED,

        /** It is over or abandoned, without the goal. */
        NOT_REACHED,

        /** It may still reach the goal. */
        OPEN
    }

    /**
     * Sorts the activities and drops repeated ones; throws an {@link IllegalArgumentException} if there is no activity, the inactivity is
     * negative, or only one of inactivity and instant is there.
     */
    public JourneyGoal {
        activities = List.copyOf(new TreeSet<>(activities));
        Require.that(!activities.isEmpty(), () -> "there is no activity that is the goal");
        if ((inactivity == null) != (asOf == null)) {
            throw new IllegalArgumentException("inactivity " + inactivity + " and asOf " + asOf + " belong together");
        }
        if (inactivity != null && inactivity.isNegative()) {
            throw new IllegalArgumentException("inactivity " + inactivity + " is negative");
        }
    }

    /** Returns the goal that is reached with any of these activities; throws an {@link IllegalArgumentException} if there is none. */
    public static JourneyGoal of(String... activities) {
        return new JourneyGoal(List.of(activities), null, null);
    }

    /** Returns the same of the activities that are named like the types. */
    public static JourneyGoal of(TouchpointType... types) {
        return of(Arrays.stream(types).map(TouchpointType::name).toArray(String[]::new));
    }

    /**
     * Returns the same goal, abandoned by journeys that have been inactive for longer than this. Inactivity is measured from the end of the
     * journey, the latest end of its touchpoints, to {@code asOf}.
     *
     * @param inactivity the time without a touchpoint, not negative
     * @param asOf when the journeys are looked at
     * @throws IllegalArgumentException if the inactivity is negative
     */
    public JourneyGoal abandonedAfter(Duration inactivity, Instant asOf) {
        return new JourneyGoal(activities, requireNonNull(inactivity, "inactivity"), requireNonNull(asOf, "asOf"));
    }

    /** Returns the index of the touchpoint with which the journey first reached the goal; empty if it did not. */
    public OptionalInt reachedAt(Journey journey) {
        for (int i = 0; i < journey.size(); i++) {
            if (activities.contains(journey.activity(i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Returns whether the journey reached the goal. */
    public Outcome outcome(Journey journey) {
        if (reachedAt(journey).isPresent()) {
            return Outcome.REACHED;
        }
        boolean over = !journey.status().equals(JourneyStatus.OPEN)
                || (inactivity != null
                        && asOf != null
                        && journey.end().plus(inactivity).isBefore(asOf));
        return over ? Outcome.NOT_REACHED : Outcome.OPEN;
    }

    /** Returns the activities and when a journey is abandoned. */
    @Override
    public String toString() {
        return Definition.of(
                "goal",
                activities,
                inactivity == null ? "never abandoned" : "abandoned after " + inactivity + " as of " + asOf);
    }
}
