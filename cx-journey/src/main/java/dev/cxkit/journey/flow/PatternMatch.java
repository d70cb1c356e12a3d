package dev.cxkit.journey.flow;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import java.util.Map;

/**
 * Where a {@link PathPattern} matches a journey: a half-open range of touchpoints.
 *
 * @param from the index of the first touchpoint of the match
 * @param to the index after that of the last; equal to {@code from} where a pattern of gaps alone matches no touchpoint
 */
public record PatternMatch(int from, int to) implements Result {

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

    /** Returns {@code from} and {@code to}. */
    @Override
    public Map<String, Object> document() {
        return Document.start().with("from", from).with("to", to).map();
    }
}
