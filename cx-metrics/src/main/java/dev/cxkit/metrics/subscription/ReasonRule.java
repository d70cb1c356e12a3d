package dev.cxkit.metrics.subscription;

import java.util.List;

/** What a churn with several reasons adds to each of them. */
public enum ReasonRule {

    /** An equal part to each, so that the parts of all reasons add up to the whole. The default; ten reasons are the most. */
    SPLIT,

    /** All to the reason listed first. */
    FIRST,

    /** All to each, so that shares add up to more than 1: how many named it. */
    EVERY;

    /** The parts are counted in these, since every number up to 10 divides it. */
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
