package dev.cxkit.journey.conformance;

import dev.cxkit.journey.Ending;
import dev.cxkit.journey.Journey;

/** What a rule says of a journey. */
public enum Verdict {
    /** The journey keeps the rule. */
    HOLDS,

    /** The journey breaks the rule, and nothing that may still happen will mend it. */
    BROKEN,

    /** The journey does not keep the rule so far, but it is not over, and what may still happen can mend it. */
    PENDING,

    /** The journey has nothing that the rule is about. */
    NOT_APPLICABLE;

    static Verdict of(boolean holds) {
        return holds ? HOLDS : BROKEN;
    }

    /** The verdict on a journey in which something is missing that may still come while it is open. */
    static Verdict missing(Journey journey) {
        return journey.ending() == Ending.OPEN ? PENDING : BROKEN;
    }

    /** The verdict on two rules that both have to hold. */
    Verdict and(Verdict other) {
        for (Verdict verdict : new Verdict[] {BROKEN, PENDING, HOLDS}) {
            if (this == verdict || other == verdict) {
                return verdict;
            }
        }
        return NOT_APPLICABLE;
    }
}
