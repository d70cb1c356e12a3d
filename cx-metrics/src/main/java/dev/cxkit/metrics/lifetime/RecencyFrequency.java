package dev.cxkit.metrics.lifetime;

import java.io.Serializable;
import java.util.Optional;

/**
 * {@index Recency}/{@index frequency} summary of a customer (x, t_x, T): repeat purchases, time of the last, age since the first.
 *
 * <ul>
 *   <li>All times run from the first order, in one unit of the host (days, weeks, opportunities), which is then the unit of the model as
 *       well; nothing here knows it.
 *   <li>So recency here grows with the last order; the recency of RFM, counted back from today, falls with it.
 *   <li>Recency is 0 where frequency is, and only there.
 * </ul>
 *
 * @param frequency x: how many orders followed the first, at least 0; orders of one day are one order, as a rule
 * @param recency t_x: the time of the last order, above 0 and at most {@code age}; 0 without repeats
 * @param age T: how long the customer has been seen, at least 0
 */
public record RecencyFrequency(long frequency, double recency, double age) implements Serializable {

    /** A customer in the moment of the first order, of whom nothing is known. */
    public static final RecencyFrequency NEW = new RecencyFrequency(0, 0, 0);

    /** Refuses a component outside its range, with an {@link IllegalArgumentException}. */
    public RecencyFrequency {
        if (!fits(frequency, recency, age)) {
            throw new IllegalArgumentException(fault(frequency, recency, age).orElseThrow());
        }
        // Minus zero is zero, also as a pattern.
        recency += 0.0;
        age += 0.0;
    }

    private static boolean fits(long frequency, double recency, double age) {
        return frequency >= 0
                && recency >= 0
                && recency <= age
                && age <= Double.MAX_VALUE
                && (frequency == 0) == (recency == 0);
    }

    /** Returns what is wrong with these numbers, with the name, the value and the range; empty if a customer can have them. */
    public static Optional<String> fault(long frequency, double recency, double age) {
        if (fits(frequency, recency, age)) {
            return Optional.empty();
        }
        if (frequency < 0) {
            return Optional.of("frequency " + frequency + " is below 0");
        }
        if (!(age >= 0 && age <= Double.MAX_VALUE)) {
            return Optional.of("age " + age + " is not a finite number of at least 0");
        }
        if (!(recency >= 0 && recency <= age)) {
            return Optional.of("recency " + recency + " is outside 0.." + age + ", the age");
        }
        return Optional.of("recency " + recency + " does not go with frequency " + frequency
                + ": recency is 0 where frequency is, and only there");
    }
}
