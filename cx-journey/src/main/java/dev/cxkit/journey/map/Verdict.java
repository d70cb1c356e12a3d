package dev.cxkit.journey.map;

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
