package dev.cxkit.core.sla;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.CaseInterval;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.time.Schedule;
import java.io.Serializable;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A {@index "service-level target"}: the business time within which a response, an update or a resolution is due.
 *
 * <p>The clock of every target is paused while the case is done, whatever its pauses: nobody waits for anything.
 *
 * @param name the name, by which a target of one policy is known again in another
 * @param measure what is measured, from when to when
 * @param duration the business time it may take, above 0
 * @param pausedWhile the sides on which the case waits while the clock is paused; never {@link WaitingOn#US}
 * @param recurrence whether it holds once or each time
 * @param schedule the business hours in which its time counts where they are not those of its policy; null where they are
 */
public record SlaTarget(
        String name,
        CaseInterval.Kind measure,
        Duration duration,
        Set<WaitingOn> pausedWhile,
        Recurrence recurrence,
        @Nullable Schedule schedule)
        implements Serializable {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(36_525);

    /** How often a target holds in one case. */
    public enum Recurrence {
        /** Only the first time; one that was cancelled because the case ended before does not count as that. */
        FIRST,
        /** Each time anew. */
        EACH
    }

    /**
     * Throws an {@link IllegalArgumentException} if the name is blank, the duration is not above 0, below a millisecond or above a hundred
     * years, or the clock is to be paused while the case waits on us.
     */
    public SlaTarget {
        SlaPolicy.text("SLA target", "name", name);
        requireNonNull(measure, "measure");
        requireNonNull(recurrence, "recurrence");
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("duration " + duration + " of SLA target " + name + " is not above 0");
        }
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "duration " + duration + " of SLA target " + name + " is outside " + SHORTEST + ".." + LONGEST);
        }
        if (pausedWhile.contains(WaitingOn.US)) {
            throw new IllegalArgumentException("SLA target " + name + " cannot pause while the case waits on us");
        }
        pausedWhile = pausedWhile.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(pausedWhile));
    }

    /** Returns the target of a first response, which nothing pauses: the customer has had nothing yet. */
    public static SlaTarget firstResponse(Duration duration) {
        return once("first-response", CaseInterval.Kind.FIRST_RESPONSE, duration);
    }

    /** Returns the target of a first response without the bot's part, see {@link CaseInterval.Kind#HUMAN_RESPONSE}; nothing pauses it. */
    public static SlaTarget humanResponse(Duration duration) {
        return once("human-response", CaseInterval.Kind.HUMAN_RESPONSE, duration);
    }

    /** Returns the target of a response to each turn of the customer. */
    public static SlaTarget nextResponse(Duration duration) {
        return once("next-response", CaseInterval.Kind.NEXT_RESPONSE, duration).each();
    }

    /** Returns the target of a reply of each new owner, from the assignment on. */
    public static SlaTarget ownerResponse(Duration duration) {
        return once("owner-response", CaseInterval.Kind.OWNER_RESPONSE, duration)
                .each();
    }

    /** Returns the target of the rhythm of updates: from each public message of ours to the next one, while the case is open. */
    public static SlaTarget update(Duration duration) {
        return once("update", CaseInterval.Kind.UPDATE, duration).each();
    }

    /** Returns the target of a first resolution, which is paused while the case waits on the customer. */
    public static SlaTarget resolution(Duration duration) {
        return once("resolution", CaseInterval.Kind.RESOLUTION, duration).pausedWhile(WaitingOn.CUSTOMER);
    }

    private static SlaTarget once(String name, CaseInterval.Kind measure, Duration duration) {
        return new SlaTarget(name, measure, duration, Set.of(), Recurrence.FIRST, null);
    }

    /** Whether the clock is paused while the case waits on the side. */
    boolean isPausedWhile(WaitingOn side) {
        return side == WaitingOn.DONE || pausedWhile.contains(side);
    }

    /** Returns the same target with the clock paused while the case waits on these. */
    public SlaTarget pausedWhile(WaitingOn... sides) {
        return new SlaTarget(name, measure, duration, Set.of(sides), recurrence, schedule);
    }

    /** Returns the same target holding each time. */
    public SlaTarget each() {
        return new SlaTarget(name, measure, duration, pausedWhile, Recurrence.EACH, schedule);
    }

    /** Returns the same target with business hours of its own, whatever those of its policy are. */
    public SlaTarget withSchedule(Schedule hours) {
        return new SlaTarget(name, measure, duration, pausedWhile, recurrence, requireNonNull(hours, "hours"));
    }
}
