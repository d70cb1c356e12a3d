package dev.cxkit.core.feedback;

/** What a rating says, once the direction of its scale is taken into account. */
public enum Band {
    /** The good end: a promoter, a satisfied customer, an easy task. */
    FAVOURABLE,

    /** Neither end. */
    NEUTRAL,

    /** The bad end: a detractor, a dissatisfied customer, a hard task. */
    UNFAVOURABLE
}
