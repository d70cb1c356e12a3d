package dev.cxkit.journey.funnel;

/** In which order the steps of a {@link Funnel} must come. */
public enum FunnelMode {
    /** In the order of the funnel, with anything between them. */
    ORDERED,

    /** In the order of the funnel, each directly after the other. */
    STRICT,

    /** In any order; the row of step k counts those that had at least k steps, whichever. */
    UNORDERED
}
