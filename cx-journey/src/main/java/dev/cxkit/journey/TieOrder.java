package dev.cxkit.journey;

/**
 * Ties: which of two touchpoints of one instant an analysis takes for the earlier one. One that offers no choice goes by {@link #SEQUENCE}; the
 * definition of a metric tells the rule where results depend on it.
 */
public enum TieOrder {
    /**
     * The one that comes first in the {@link Journey}: by the {@linkplain JourneyAssembler#inSequence sequence} that the host gives, else by end,
     * type, source and id.
     */
    SEQUENCE,

    /** Neither: what comes later must have a later instant. */
    STRICT_LATER,

    /** Either: whichever brings the journey to more. */
    ANY_ORDER
}
