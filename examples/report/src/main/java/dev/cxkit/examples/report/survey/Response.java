package dev.cxkit.examples.report.survey;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row says beside its ratings.
 *
 * @param line the line of the file on which it begins
 * @param at when it was given, or null if that was not asked
 * @param weight its weight; 1 if there are no weights
 * @param segments its segment in each of the columns asked for
 * @param person who gave it, or null if that was not asked or the field is blank
 */
record Response(
        long line,
        @Nullable Instant at,
        double weight,
        List<String> segments,
        @Nullable String person) {

    Response {
        segments = List.copyOf(segments);
    }

    /** Returns when it was given, where that was asked. */
    Instant givenAt() {
        return requireNonNull(at, "at");
    }
}
