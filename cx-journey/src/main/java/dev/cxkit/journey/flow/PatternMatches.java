package dev.cxkit.journey.flow;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.quantiles.ValueDistribution;
import dev.cxkit.metrics.stats.Proportion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many journeys a {@link PathPattern} matches, and where in them the match lies.
 *
 * <ul>
 *   <li>Counted: a journey at most once, by its first match.
 *   <li>Both distributions are empty if no journey matches.
 * </ul>
 *
 * @param journeys the journeys that match, of all
 * @param before how many touchpoints come before the match, of the journeys that match
 * @param size how many touchpoints the match takes, of the journeys that match
 * @param examples the ids of some that match, the same for any order in which journeys come
 */
public record PatternMatches(
        Proportion journeys, ValueDistribution before, ValueDistribution size, List<String> examples)
        implements Result {

    /** Copies the list. */
    public PatternMatches {
        requireNonNull(journeys, "journeys");
        requireNonNull(before, "before");
        requireNonNull(size, "size");
        examples = List.copyOf(examples);
    }

    /** Returns the share of the journeys, {@code before}, {@code size} and {@code examples}. */
    @Override
    public Map<String, Object> document() {
        return Document.of(Optional.of(journeys))
                .with("before", before)
                .with("size", size)
                .with("examples", examples)
                .map();
    }

    /** Returns the {@link #text} with two decimals. */
    @Override
    public String toString() {
        return text(2);
    }
}
