package dev.cxkit.journey.conformance;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import java.util.List;
import java.util.Map;

/**
 * How often, and in how many journeys, a deviation occurs.
 *
 * @param deviation the deviation
 * @param times how often, at least {@code journeys}
 * @param journeys in how many journeys, at least 1
 * @param examples the ids of a few of those journeys
 */
public record DeviationCount(Deviation deviation, long times, long journeys, List<String> examples) implements Result {

    /** Copies the examples; throws an {@link IllegalArgumentException} if a count is outside its range. */
    public DeviationCount {
        requireNonNull(deviation, "deviation");
        if (journeys < 1 || times < journeys) {
            throw new IllegalArgumentException(
                    times + " times in " + journeys + " journeys; allowed is 1 <= journeys <= times");
        }
        examples = List.copyOf(examples);
    }

    /** Returns {@code deviation}, {@code times}, {@code journeys} and {@code examples}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("deviation", deviation)
                .with("times", times)
                .with("journeys", journeys)
                .with("examples", examples)
                .map();
    }
}
