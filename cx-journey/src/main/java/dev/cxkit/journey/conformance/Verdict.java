package dev.cxkit.journey.conformance;

import dev.cxkit.journey.Journey;
import dev.cxkit.journey.JourneyStatus;

/** What a rule says of a journey. */
public enum Verdict {
    /** The journey keeps the rule. */
    FULFILLED,

    /** The journey breaks the rule, and nothing that may still happen will mend it. */
    VIOLATED,

    /** The journey does not keep the rule so far, but it is not over, and what may still happen can mend it. */
    PENDING,

    /** The journey has nothing that the rule is about. */
    NOT_APPLICABLE;

    static Verdict of(boolean holds) {
        return holds ? FULFILLED : VIOLATED;
    }

    /** The verdict on a journey in which something is missing that may still come while it is open. */
    static Verdict missing(Journey journey) {
        return journey.status() == JourneyStatus.OPEN ? PENDING : VIOLATED;
    }

    /** The verdict on two rules that both have to hold. */
    Verdict and(Verdict other) {
        for (Verdict verdict : new Verdict[] {VIOLATED, PENDING, FULFILLED}) {
            if (this == verdict || other == verdict) {
                return verdict;
            }
        }
        return NOT_APPLICABLE;
    }
}
