package dev.cxkit.journey.conformance;

import dev.cxkit.journey.Journey;
import dev.cxkit.journey.JourneyStatus;

/** The verdict on a constraint: fulfilled, violated, pending (it may still be fulfilled), or not applicable (vacuous). */
public enum Verdict {
    /** The journey fulfils the constraint. */
    FULFILLED,

    /** The journey violates the constraint, and nothing that may still happen will change that. */
    VIOLATED,

    /** The journey does not fulfil the constraint so far, but is open, and may still fulfil it. */
    PENDING,

    /** The journey has nothing that the constraint is about. */
    NOT_APPLICABLE;

    static Verdict of(boolean isFulfilled) {
        return isFulfilled ? FULFILLED : VIOLATED;
    }

    /** The verdict on a journey in which something is missing that may still come while it is open. */
    static Verdict missing(Journey journey) {
        return journey.status() == JourneyStatus.OPEN ? PENDING : VIOLATED;
    }

    /** The verdict on two constraints that both have to be fulfilled. */
    Verdict and(Verdict other) {
        for (Verdict verdict : new Verdict[] {VIOLATED, PENDING, FULFILLED}) {
            if (this == verdict || other == verdict) {
                return verdict;
            }
        }
        return NOT_APPLICABLE;
    }
}
