package dev.cxkit.journey.funnel;

/** Re-entry: which attempts of a journey count in a {@link Funnel}. */
public enum EntryRule {
    /** The one that reaches the most steps, of these the earliest. */
    BEST,

    /** The one that begins with the first touchpoint which serves the first step. */
    FIRST,

    /** All, one after the other: the next enters after the last has converted, run out of its window or been stopped. */
    TOTALS
}
