package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Journey;
import dev.cxkit.journey.JourneyStatus;
import dev.cxkit.metrics.Definition;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What journeys are for, such as a purchase, and when one that has not come to it is given up. A journey that is over (see
 * {@link Journey#status()}) without the goal has missed it; one that is not over may still come to it and is neither, unless nothing has
 * happened for so long that it is {@linkplain #abandonedAfter given up}.
 *
 * @param activities the steps that are the goal, at least one, in the order of their names
 * @param inactivity how long nothing has to happen before a journey that is not over is given up; absent if it never is
 * @param asOf when the journeys are looked at; absent exactly if {@code quiet} is
 */
public record JourneyGoal(
        List<String> activities,
        @Nullable Duration inactivity,
        @Nullable Instant asOf) implements Serializable {

    /** What became of a journey. */
    public enum Outcome {
        /** It came to the goal. */
        REACHED,

        /** It is over or given up, and did not come to the goal. */
        NOT_REACHED,

        /** It may still come to the goal. */
        OPEN
    }

    /**
     * Checks the parts, sorts the steps and leaves out those that are there twice; throws an {@link IllegalArgumentException} if there is
     * no step, the time is negative, or only one of time and instant is there.
     */
    public JourneyGoal {
        activities = List.copyOf(new TreeSet<>(activities));
        if (activities.isEmpty()) {
            throw new IllegalArgumentException("there is no step that is the goal");
        }
        if ((inactivity == null) != (asOf == null)) {
            throw new IllegalArgumentException("quiet " + inactivity + " and asOf " + asOf + " belong together");
        }
        if (inactivity != null && inactivity.isNegative()) {
            throw new IllegalArgumentException("quiet " + inactivity + " is negative");
        }
    }

    /** Returns the goal that is reached with any of these steps; throws an {@link IllegalArgumentException} if there is none. */
    public static JourneyGoal of(String... steps) {
        return new JourneyGoal(List.of(steps), null, null);
    }

    /**
     * Returns the same goal, given up in journeys to which nothing has happened for longer than this.
     *
     * @param quiet the time without a touchpoint, not negative
     * @param asOf when the journeys are looked at
     * @throws IllegalArgumentException if the time is negative
     */
    public JourneyGoal abandonedAfter(Duration quiet, Instant asOf) {
        return new JourneyGoal(activities, requireNonNull(quiet, "quiet"), requireNonNull(asOf, "asOf"));
    }

    /** Returns the index of the touchpoint with which the journey first came to the goal; empty if it did not. */
    public OptionalInt reachedAt(Journey journey) {
        for (int i = 0; i < journey.size(); i++) {
            if (activities.contains(journey.activity(i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Returns what became of the journey. */
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

    /** Returns the steps and when a journey is given up. */
    @Override
    public String toString() {
        return Definition.of("goal", activities, inactivity, asOf);
    }
}
