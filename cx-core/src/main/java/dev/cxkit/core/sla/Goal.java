package dev.cxkit.core.sla;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Phase;
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
 * @param target the business time it may take, above 0
 * @param pausedIn the phases in which the clock stands still; never {@link Phase#OURS}
 * @param cycles whether it holds once or each time
 */
public record Goal(String name, Measure measure, Duration target, Set<Phase> pausedIn, Cycles cycles)
        implements Serializable {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(36_525);

    /** From when to when a goal measures. */
    public enum Measure {

        /**
         * From the opening to the first message of a human of ours that the customer sees. A case that we opened ourselves has none: the
         * customer asked nothing. Where it ended without such a message and was reopened, from the reopening: the customer was not
         * waiting in between.
         */
        FIRST_RESPONSE,

        /**
         * From the first message of the customer that is not answered yet to the next message of a human of ours that the customer sees.
         * A resolution without words ends the wait without an answer. While the case is done the clock stands still, as every clock
         * does: nobody waits for anything.
         */
        NEXT_RESPONSE,

        /** From the opening, or a reopening, to the resolution. */
        RESOLUTION
    }

    /** How often a goal holds in one case. */
    public enum Cycles {
        /** Only the first time; one that was cancelled because the case ended before does not count as that. */
        FIRST,
        /** Each time anew. */
        EACH
    }

    /**
     * Checks the parts; throws an {@link IllegalArgumentException} if the target is not above 0, is below a millisecond or above a hundred
     * years, or the clock is to stand still while it is our turn.
     */
    public Goal {
        Policy.text("goal", "name", name);
        requireNonNull(measure, "measure");
        requireNonNull(cycles, "cycles");
        if (target.isNegative() || target.isZero()) {
            throw new IllegalArgumentException("target " + target + " of goal " + name + " is not above 0");
        }
        if (target.compareTo(SHORTEST) < 0 || target.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "target " + target + " of goal " + name + " is outside " + SHORTEST + ".." + LONGEST);
        }
        if (pausedIn.contains(Phase.OURS)) {
            throw new IllegalArgumentException("goal " + name + " cannot pause while it is our turn");
        }
        pausedIn = pausedIn.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(pausedIn));
    }

    /** Returns the goal of a first answer, which nothing pauses: the customer has had nothing yet. */
    public static Goal firstResponse(Duration target) {
        return new Goal("first-response", Measure.FIRST_RESPONSE, target, Set.of(), Cycles.FIRST);
    }

    /** Returns the goal of an answer to each turn of the customer. */
    public static Goal nextResponse(Duration target) {
        return new Goal("next-response", Measure.NEXT_RESPONSE, target, Set.of(), Cycles.EACH);
    }

    /** Returns the goal of a first resolution, which stands still while we wait for the customer. */
    public static Goal resolution(Duration target) {
        return new Goal("resolution", Measure.RESOLUTION, target, Set.of(Phase.CUSTOMER), Cycles.FIRST);
    }

    /** Whether the clock stands still in the phase; nobody waits for anything in a case that is done. */
    boolean pausesIn(Phase phase) {
        return phase == Phase.DONE || pausedIn.contains(phase);
    }

    /** Returns the same goal with the clock standing still in these phases. */
    public Goal pausedIn(Phase... phases) {
        return new Goal(name, measure, target, Set.of(phases), cycles);
    }

    /** Returns the same goal holding each time. */
    public Goal each() {
        return new Goal(name, measure, target, pausedIn, Cycles.EACH);
    }
}
