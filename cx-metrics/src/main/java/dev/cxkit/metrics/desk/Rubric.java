package dev.cxkit.metrics.desk;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.feedback.Scale;
import java.io.Serializable;
import java.util.List;

/**
 * A {@index "quality assurance"} rubric (scorecard): the items by which service is graded, with their weights.
 *
 * @param name the name, not blank; give a changed rubric another one
 * @param items the items, at least one, each name once
 */
public record Rubric(String name, List<Item> items) implements Serializable {

    /** Met or not: 1 is met, 0 is not. */
    public static final Scale MET = Scale.of("met", 0, 1);

    private static final int MOST_WEIGHT = 1_000_000;

    /**
     * One item of a rubric.
     *
     * @param name the name, not blank
     * @param scale on what it is graded
     * @param weight how much it counts, 0..1000000; only the relation to the others matters, and only a critical one can be 0
     * @param critical whether the whole fails, with a score of 0, where the grade is in the unfavourable band of the scale
     */
    public record Item(String name, Scale scale, int weight, boolean critical) implements Serializable {

        /** Refuses a blank name and a weight outside its range with an {@link IllegalArgumentException}. */
        public Item {
            Require.text("name of item", name);
            requireNonNull(scale, "scale");
            int least = critical ? 0 : 1;
            if (weight < least || weight > MOST_WEIGHT) {
                throw new IllegalArgumentException(
                        "weight " + weight + " of item " + name + " is outside " + least + ".." + MOST_WEIGHT);
            }
        }

        /** Returns an item that is not critical. */
        public static Item of(String name, Scale scale, int weight) {
            return new Item(name, scale, weight, false);
        }

        /** Returns an item that is critical. */
        public static Item critical(String name, Scale scale, int weight) {
            return new Item(name, scale, weight, true);
        }
    }

    /** Copies the list; refuses a blank name, no items, and two items of one name with an {@link IllegalArgumentException}. */
    public Rubric {
        Require.text("name of rubric", name);
        items = List.copyOf(items);
        Require.that(!items.isEmpty(), () -> "rubric " + name + " has no items");
        if (items.stream().map(Item::name).distinct().count() < items.size()) {
            throw new IllegalArgumentException("rubric " + name + " has an item twice");
        }
    }
}
