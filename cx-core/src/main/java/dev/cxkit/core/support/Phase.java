package dev.cxkit.core.support;

/** Whose turn it is in a case. It is derived from the events and never stored. */
public enum Phase {

    /** Ours: the customer waits for us. */
    OURS,

    /** The customer's: we wait for an answer. */
    CUSTOMER,

    /** A third party's: the customer waits, and so do we. */
    OTHER,

    /** Nobody's: resolved, closed or merged into another case. */
    DONE
}
