package dev.cxkit.journey.funnel;

/** Which of two touchpoints at the same instant comes first. */
public enum TieOrder {
    /** The one that was given first. */
    SEQUENCE,

    /** Neither: a later step must have a later instant. */
    STRICT_LATER,

    /** Whichever helps the journey on. */
    ANY_ORDER
}
