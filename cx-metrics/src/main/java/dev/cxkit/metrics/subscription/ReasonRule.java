package dev.cxkit.metrics.subscription;

import java.util.List;

/** How a churn event with several reasons is counted for each of them. */
public enum ReasonRule {

    /** An equal part for each, so that the parts of all reasons add up to 1. The default; for at most ten reasons. */
    SPLIT,

    /** 1 for the reason listed first. */
    FIRST,

    /** 1 for each, so that shares add up to more than 1: how many named the reason. */
    EVERY;

    /** The units of 1 in which parts are counted: every number up to 10 divides it. */
    static final long WHOLE = 2520;

    private static final int MOST = 10;

    List<String> named(List<String> reasons) {
        if (reasons.isEmpty()) {
            return List.of(ChurnReasons.UNKNOWN);
        }
        return this == FIRST ? reasons.subList(0, 1) : reasons;
    }

    long part(int reasons) {
        if (this == SPLIT && reasons > MOST) {
            throw new IllegalArgumentException(
                    "reasons of one churn are " + reasons + "; at most " + MOST + " are split");
        }
        return this == SPLIT ? WHOLE / reasons : WHOLE;
    }
}
