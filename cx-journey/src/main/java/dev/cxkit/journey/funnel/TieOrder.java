package dev.cxkit.journey.funnel;

/** Ties: which of two touchpoints at the same instant a {@link Funnel} takes for the earlier one. */
public enum TieOrder {
    /** The one that was given first. */
    SEQUENCE,

    /** Neither: a later step must have a later instant. */
    STRICT_LATER,

    /** Whichever brings the journey to more steps. */
    ANY_ORDER
}
