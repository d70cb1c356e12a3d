package dev.cxkit.metrics.survey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import java.util.Collection;
import java.util.OptionalDouble;

/**
 * Satisfaction index of several questions, 0..100: the weighted mean of the {@link Score#INDEX} of each, like the American Customer
 * Satisfaction Index ({@index ACSI}; Fornell et al., 1996), which is made from three questions of 1 to 10.
 */
public final class SatisfactionIndex {

    private SatisfactionIndex() {}

    /**
     * One question of the index.
     *
     * @param ratings the ratings of the question
     * @param weight how much the question counts, above 0 and at most 1e100; only the relation to the others matters
     */
    public record Item(Ratings ratings, double weight) {

        /** Refuses a weight that is not above 0 and at most 1e100, with an {@link IllegalArgumentException}. */
        public Item {
            requireNonNull(ratings, "ratings");
            Require.that(weight > 0 && weight <= 1e100, () -> "weight " + weight + " is not above 0 and at most 1e100");
        }
    }

    /** Returns the index, 0..100; empty if there is no question, or one of them has no ratings, which would shift the others' part. */
    public static OptionalDouble of(Collection<Item> items) {
        double sum = 0;
        double weights = 0;
        for (Item item : items) {
            OptionalDouble index = item.ratings().mean(Score.INDEX);
            if (index.isEmpty()) {
                return OptionalDouble.empty();
            }
            sum += item.weight() * index.getAsDouble();
            weights += item.weight();
        }
        return weights > 0 ? OptionalDouble.of(sum / weights) : OptionalDouble.empty();
    }
}
