package dev.cxkit.core.sla;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.CaseInterval;
import dev.cxkit.core.support.WaitingOn;
import java.io.Serializable;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Something that shall happen within a time: "a first answer within an hour".
 *
 * @param name the name, by which a goal of one policy is known again in another
 * @param measure from when to when
 * @param duration the business time it may take, above 0
 * @param pausedWhile the phases in which the clock stands still; never {@link WaitingOn#US}
 * @param recurrence whether it holds once or each time
 */
public record SlaTarget(
        String name, CaseInterval.Kind measure, Duration duration, Set<WaitingOn> pausedWhile, Recurrence recurrence)
        implements Serializable {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(36_525);

    /** How often a goal holds in one case. */
    public enum Recurrence {
        /** Only the first time; one that was cancelled because the case ended before does not count as that. */
        FIRST,
        /** Each time anew. */
        EACH
    }

    /**
     * Checks the parts; throws an {@link IllegalArgumentException} if the target is not above 0, is below a millisecond or above a hundred
     * years, or the clock is to stand still while it is our turn.
     */
    public SlaTarget {
        SlaPolicy.text("goal", "name", name);
        requireNonNull(measure, "measure");
        requireNonNull(recurrence, "cycles");
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("target " + duration + " of goal " + name + " is not above 0");
        }
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "target " + duration + " of goal " + name + " is outside " + SHORTEST + ".." + LONGEST);
        }
        if (pausedWhile.contains(WaitingOn.US)) {
            throw new IllegalArgumentException("goal " + name + " cannot pause while it is our turn");
        }
        pausedWhile = pausedWhile.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(pausedWhile));
    }

    /** Returns the goal of a first answer, which nothing pauses: the customer has had nothing yet. */
    public static SlaTarget firstResponse(Duration target) {
        return new SlaTarget("first-response", CaseInterval.Kind.FIRST_RESPONSE, target, Set.of(), Recurrence.FIRST);
    }

    /** Returns the goal of an answer to each turn of the customer. */
    public static SlaTarget nextResponse(Duration target) {
        return new SlaTarget("next-response", CaseInterval.Kind.NEXT_RESPONSE, target, Set.of(), Recurrence.EACH);
    }

    /** Returns the goal of a first resolution, which stands still while we wait for the customer. */
    public static SlaTarget resolution(Duration target) {
        return new SlaTarget(
                "resolution", CaseInterval.Kind.RESOLUTION, target, Set.of(WaitingOn.CUSTOMER), Recurrence.FIRST);
    }

    /** Whether the clock stands still in the phase; nobody waits for anything in a case that is done. */
    boolean pausesWhile(WaitingOn phase) {
        return phase == WaitingOn.DONE || pausedWhile.contains(phase);
    }

    /** Returns the same goal with the clock standing still in these phases. */
    public SlaTarget pausedWhile(WaitingOn... phases) {
        return new SlaTarget(name, measure, duration, Set.of(phases), recurrence);
    }

    /** Returns the same goal holding each time. */
    public SlaTarget each() {
        return new SlaTarget(name, measure, duration, pausedWhile, Recurrence.EACH);
    }
}
