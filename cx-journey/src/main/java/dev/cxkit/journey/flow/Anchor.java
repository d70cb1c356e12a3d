package dev.cxkit.journey.flow;

/** From which touchpoints with the activity of a {@link PathSearch} its paths are taken. */
public enum Anchor {
    /** From the first of a journey. */
    FIRST,

    /** From the last of a journey. */
    LAST,

    /** From every one; paths may overlap. */
    EVERY
}
