package dev.cxkit.journey.flow;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.quantiles.ValueDistribution;
import dev.cxkit.metrics.stats.Proportion;
import java.util.List;

/**
 * How many journeys a {@link PathPattern} matches, and where.
 *
 * @param journeys the journeys that match, of all
 * @param before how many touchpoints come before the match, of those that match
 * @param size how many touchpoints the match takes, of those that match
 * @param examples the ids of some that match, the same for any order in which journeys come
 */
public record PatternMatches(
        Proportion journeys, ValueDistribution before, ValueDistribution size, List<String> examples) {

    /** Checks the parts and copies the list. */
    public PatternMatches {
        requireNonNull(journeys, "journeys");
        requireNonNull(before, "before");
        requireNonNull(size, "size");
        examples = List.copyOf(examples);
    }
}
