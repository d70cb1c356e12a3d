package dev.cxkit.core.support;

/** Whose turn it is in a case. It is derived from the events and never stored. */
public enum WaitingOn {

    /** Ours: the customer waits for us. */
    US,

    /** The customer's: we wait for an answer. */
    CUSTOMER,

    /** A third party's: the customer waits, and so do we. */
    THIRD_PARTY,

    /** Nobody's: resolved, closed or merged into another case. */
    DONE
}
