package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

/**
 * What one thing adds to a share.
 *
 * @param kind whether it counts as yes, as no, or not
 * @param reason why it does not count, such as {@code immature}; empty where it counts
 */
public record Outcome(Kind kind, String reason) {

    /** How something counts. */
    public enum Kind {
        /** In the numerator and the denominator. */
        YES,
        /** In the denominator only. */
        NO,
        /** In neither. */
        EXCLUDED
    }

    /** It is so. */
    public static final Outcome YES = new Outcome(Kind.YES, "");

    /** It is not so. */
    public static final Outcome NO = new Outcome(Kind.NO, "");

    public static final Outcome OPEN = excluded("open");
    public static final Outcome IMMATURE = excluded("immature");

    /** Checks the parts; throws an {@link IllegalArgumentException} if something is left out without a reason, or counts and has one. */
    public Outcome {
        requireNonNull(kind, "kind");
        if (requireNonNull(reason, "reason").isBlank() == (kind == Kind.EXCLUDED)) {
            throw new IllegalArgumentException("reason '" + reason + "' does not go with " + kind);
        }
    }

    /** Returns {@link #YES} or {@link #NO}. */
    public static Outcome of(boolean yes) {
        return yes ? YES : NO;
    }

    /**
     * Returns that something does not count.
     *
     * @param reason why, in a word; they are counted by it
     * @throws IllegalArgumentException if the reason is blank
     */
    public static Outcome excluded(String reason) {
        return new Outcome(Kind.EXCLUDED, reason);
    }
}
