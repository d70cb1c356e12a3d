package dev.cxkit.core.support;

/**
 * The side a case waits on: us (agent work time), the customer (pending), a third party (on hold), or nobody (done).
 *
 * <p>Whose turn it is, so to speak. It is derived from the events and never stored.
 */
public enum WaitingOn {

    /** Us: the customer waits for our work or our answer. */
    US,

    /** The customer: we wait for an answer. */
    CUSTOMER,

    /** A third party: the customer waits, and so do we. */
    THIRD_PARTY,

    /** Nobody: resolved, closed or merged into another case. */
    DONE
}
