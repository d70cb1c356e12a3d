package dev.cxkit.journey.flow;

/** Which occurrences of its activity a {@link PathSearch} starts from, or leads to. */
public enum Anchor {
    /** The first of a journey. */
    FIRST,

    /** The last of a journey. */
    LAST,

    /** Every one; paths may overlap. */
    EVERY
}
