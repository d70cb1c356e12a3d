package dev.cxkit.metrics.columns;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.lifetime.RecencyFrequency;
import dev.cxkit.metrics.lifetime.RecencyFrequencyPatterns;
import dev.cxkit.metrics.numeric.PatternCounts;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Recency/frequency summaries of customers that lie in arrays, such as a table of a database gives them: checked and grouped in one pass,
 * so that a model looks at each pattern once and not at each customer.
 *
 * <p>The arrays are read in place and not kept. Immutable; memory 4 bytes for a customer and about 50 for a pattern.
 */
public final class RecencyFrequencyColumns {

    private static final int NAMED = 5;

    private final PatternCounts counts;
    private final int[] places;

    private RecencyFrequencyColumns(PatternCounts counts, int[] places) {
        this.counts = counts;
        this.places = places;
    }

    /**
     * Returns the customers, of whom a message names the row if something is wrong.
     *
     * @throws IllegalArgumentException as {@link #of(int[], double[], double[], IntFunction)} says
     */
    public static RecencyFrequencyColumns of(int[] frequency, double[] recency, double[] age) {
        return of(frequency, recency, age, row -> "row " + row);
    }

    /**
     * Returns the customers. The columns are the components of {@link RecencyFrequency}.
     *
     * @param name the name of the customer in a row, for messages
     * @throws IllegalArgumentException if the columns are not of one length, or customers are outside the ranges of
     *     {@link RecencyFrequency}: with the first {@value #NAMED} of them and how many there are
     */
    public static RecencyFrequencyColumns of(
            int[] frequency, double[] recency, double[] age, IntFunction<String> name) {
        requireNonNull(name, "name");
        if (frequency.length != recency.length || frequency.length != age.length) {
            throw new IllegalArgumentException("columns of " + frequency.length + " frequencies, " + recency.length
                    + " recencies and " + age.length + " ages are not of the same customers");
        }
        PatternCounts counts = new PatternCounts();
        int[] places = new int[frequency.length];
        int rejected = 0;
        StringBuilder faults = new StringBuilder();
        for (int i = 0; i < places.length; i++) {
            Optional<String> fault = RecencyFrequency.fault(frequency[i], recency[i], age[i]);
            if (fault.isEmpty()) {
                places[i] = counts.add(frequency[i], recency[i] + 0.0, age[i] + 0.0, 1);
            } else if (rejected++ < NAMED) {
                faults.append("; ").append(name.apply(i)).append(": ").append(fault.orElseThrow());
            }
        }
        if (rejected > 0) {
            throw new IllegalArgumentException(rejected + " of " + places.length + " customers cannot be" + faults
                    + (rejected > NAMED ? "; ..." : ""));
        }
        return new RecencyFrequencyColumns(counts, places);
    }

    /** Returns the patterns of the customers, to which a model can be fitted. */
    public RecencyFrequencyPatterns patterns() {
        int[] order = counts.order();
        return RecencyFrequencyPatterns.of(
                Arrays.stream(order).mapToLong(counts::first).toArray(),
                Arrays.stream(order).mapToDouble(counts::second).toArray(),
                Arrays.stream(order).mapToDouble(counts::third).toArray(),
                Arrays.stream(order).mapToLong(counts::times).toArray());
    }

    /** Returns the value of the function for each customer; it is asked once for each pattern. */
    public double[] each(ToDoubleFunction<RecencyFrequency> function) {
        double[] values = IntStream.range(0, counts.size())
                .mapToDouble(place -> function.applyAsDouble(
                        new RecencyFrequency(counts.first(place), counts.second(place), counts.third(place))))
                .toArray();
        double[] each = new double[places.length];
        for (int i = 0; i < each.length; i++) {
            each[i] = values[places[i]];
        }
        return each;
    }
}
