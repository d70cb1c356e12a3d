package dev.cxkit.journey.attribution;

import static java.util.Objects.requireNonNull;

/**
 * How often paths went from one state to another.
 *
 * @param from the state before
 * @param to the state after
 * @param count how often, above 0
 * @param total how often the state before was left, at least {@code count}
 */
public record Transition(PathState from, PathState to, long count, long total) {

    /** Checks the counts; throws an {@link IllegalArgumentException} if {@code count} is outside 1..{@code of}. */
    public Transition {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        if (count < 1 || count > total) {
            throw new IllegalArgumentException("count " + count + " is outside 1.." + total);
        }
    }

    /** Returns the share of those who left the state that went this way, above 0 and up to 1. */
    public double probability() {
        return (double) count / total;
    }
}
