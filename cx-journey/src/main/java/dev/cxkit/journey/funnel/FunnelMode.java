package dev.cxkit.journey.funnel;

/** In which order the steps of a funnel must come. */
public enum FunnelMode {
    /** In the order of the funnel, with anything between them. */
    ORDERED,

    /** In the order of the funnel, one right after the other. */
    STRICT,

    /** In any order; the row of step k counts those that had at least k steps, whichever. */
    UNORDERED
}
