package dev.cxkit.metrics.columns;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.lifetime.Patterns;
import dev.cxkit.metrics.lifetime.Recency;
import dev.cxkit.metrics.numeric.Tally;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Customers in columns, such as a table of a database gives them: checked and grouped in one pass, so that a model looks at each
 * pattern once and not at each customer. The arrays are read in place and not kept. Immutable; memory 4 bytes for a customer and
 * about 50 for a pattern.
 */
public final class RecencyColumns {

    private static final int NAMED = 5;

    private final Tally tally;
    private final int[] places;

    private RecencyColumns(Tally tally, int[] places) {
        this.tally = tally;
        this.places = places;
    }

    /**
     * Returns the customers, of whom a message names the row if something is wrong.
     *
     * @throws IllegalArgumentException as {@link #of(int[], double[], double[], IntFunction)} says
     */
    public static RecencyColumns of(int[] repeats, double[] last, double[] age) {
        return of(repeats, last, age, row -> "row " + row);
    }

    /**
     * Returns the customers. What the columns mean, {@link Recency} says.
     *
     * @param name the name of the customer in a row, for messages
     * @throws IllegalArgumentException if the columns are not of one length, or customers are outside the ranges of {@link Recency}:
     *     with the first {@value #NAMED} of them and how many there are
     */
    public static RecencyColumns of(int[] repeats, double[] last, double[] age, IntFunction<String> name) {
        requireNonNull(name, "name");
        if (repeats.length != last.length || repeats.length != age.length) {
            throw new IllegalArgumentException("columns of " + repeats.length + " repeats, " + last.length
                    + " last orders and " + age.length + " ages are not of the same customers");
        }
        Tally tally = new Tally();
        int[] places = new int[repeats.length];
        int refused = 0;
        StringBuilder faults = new StringBuilder();
        for (int i = 0; i < places.length; i++) {
            Optional<String> fault = Recency.fault(repeats[i], last[i], age[i]);
            if (fault.isEmpty()) {
                places[i] = tally.add(repeats[i], last[i] + 0.0, age[i] + 0.0, 1);
            } else if (refused++ < NAMED) {
                faults.append("; ").append(name.apply(i)).append(": ").append(fault.orElseThrow());
            }
        }
        if (refused > 0) {
            throw new IllegalArgumentException(refused + " of " + places.length + " customers cannot be" + faults
                    + (refused > NAMED ? "; ..." : ""));
        }
        return new RecencyColumns(tally, places);
    }

    /** Returns the patterns of the customers, to which a model can be fitted. */
    public Patterns patterns() {
        int[] order = tally.order();
        return Patterns.of(
                Arrays.stream(order).mapToLong(tally::first).toArray(),
                Arrays.stream(order).mapToDouble(tally::second).toArray(),
                Arrays.stream(order).mapToDouble(tally::third).toArray(),
                Arrays.stream(order).mapToLong(tally::times).toArray());
    }

    /** Returns for each customer what the function says of it; it is asked once for each pattern. */
    public double[] each(ToDoubleFunction<Recency> function) {
        double[] values = IntStream.range(0, tally.size())
                .mapToDouble(place -> function.applyAsDouble(
                        new Recency(tally.first(place), tally.second(place), tally.third(place))))
                .toArray();
        double[] each = new double[places.length];
        for (int i = 0; i < each.length; i++) {
            each[i] = values[places[i]];
        }
        return each;
    }
}
