package dev.cxkit.journey.funnel;

/** Which attempts of a journey count in a funnel. */
public enum EntryRule {
    /** The one that comes furthest, the earliest of these. */
    BEST,

    /** The one that begins with the first touchpoint which serves the first step. */
    FIRST,

    /** All, one after the other: the next begins after the last has converted, run out of time or been stopped. */
    TOTALS
}
