package dev.cxkit.journey.attribution;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;

/**
 * A transition between two states of the chain.
 *
 * @param from the state before
 * @param to the state after
 * @param count how often, above 0
 * @param total how often the state before was left, at least {@code count}
 */
record Transition(PathState from, PathState to, long count, long total) {

    Transition {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        Require.range("count", count, 1, total);
    }

    /** Returns the transition probability, above 0 and up to 1. */
    double probability() {
        return (double) count / total;
    }
}
