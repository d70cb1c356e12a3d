package dev.cxkit.journey.flow;

/**
 * Where a {@link PathPattern} matches a journey: a half-open range of touchpoints.
 *
 * @param from the index of the first touchpoint of the match
 * @param to the index after that of the last; equal to {@code from} where a pattern of gaps alone matches no touchpoint
 */
public record PatternMatch(int from, int to) {

    /** Throws an {@link IllegalArgumentException} unless {@code 0 <= from <= to}. */
    public PatternMatch {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("match from " + from + " to " + to + " is not 0 <= from <= to");
        }
    }

    /** Returns how many touchpoints match. */
    public int size() {
        return to - from;
    }
}
