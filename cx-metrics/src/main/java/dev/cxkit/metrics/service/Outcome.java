package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

/**
 * What one thing adds to a proportion: a yes, a no, or nothing, with the reason for which it is excluded.
 *
 * @param kind whether it counts as yes, as no, or is excluded
 * @param reason why it is excluded, such as {@code immature}; empty where it counts
 */
public record Outcome(Kind kind, String reason) {

    /** How something counts. */
    public enum Kind {
        /** In the numerator and the denominator. */
        YES,
        /** In the denominator only. */
        NO,
        /** In the denominator only, as {@link #NO}, and counted beside: it is still open, and too late already. */
        OVERDUE,
        /** In neither. */
        EXCLUDED
    }

    /** In the numerator and the denominator. */
    public static final Outcome YES = new Outcome(Kind.YES, "");

    /** In the denominator only. */
    public static final Outcome NO = new Outcome(Kind.NO, "");

    /** In the denominator only: it is still open, and too late already. */
    public static final Outcome OVERDUE = new Outcome(Kind.OVERDUE, "");

    /** Excluded as {@code open}: it may still become either. */
    public static final Outcome OPEN = excluded("open");

    /** Excluded as {@code immature}: the time in which it is observed is not over. */
    public static final Outcome IMMATURE = excluded("immature");

    /** Refuses an exclusion without a reason, and a reason for what counts, with an {@link IllegalArgumentException}. */
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
     * Returns an exclusion.
     *
     * @param reason why, in a word; exclusions are counted by it
     * @throws IllegalArgumentException if the reason is blank
     */
    public static Outcome excluded(String reason) {
        return new Outcome(Kind.EXCLUDED, reason);
    }
}
