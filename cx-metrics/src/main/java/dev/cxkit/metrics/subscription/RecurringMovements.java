package dev.cxkit.metrics.subscription;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import java.math.BigInteger;
import java.util.Map;

/**
 * Recurring revenue movements ({@index "MRR bridge"}): new, reactivation, expansion, contraction and churn between start and end of a
 * window.
 *
 * <ul>
 *   <li>The unit is the smallest of a currency, per month; or seats. Of plans that are paid for longer, what is before and after a movement
 *       is added up exactly and rounded once.
 *   <li>Each number is at least 0, and they add up: {@code start + started + reactivation + expansion - contraction - churn = end}.
 * </ul>
 *
 * @param start recurring revenue just before the window
 * @param started new: from 0, of customers who never had any
 * @param reactivation from 0, of customers who had some before
 * @param expansion increase of an amount above 0
 * @param contraction decrease to an amount above 0
 * @param churn decrease to 0
 * @param end recurring revenue just before the end of the window
 */
public record RecurringMovements(
        long start, long started, long reactivation, long expansion, long contraction, long churn, long end)
        implements Result {

    static final int SIZE = 6 * WideSums.NUMBER;

    /**
     * Checks that the movements add up.
     *
     * @throws IllegalArgumentException if one is negative or they do not add up
     */
    public RecurringMovements {
        if (Math.min(
                                Math.min(Math.min(start, started), Math.min(reactivation, expansion)),
                                Math.min(contraction, churn))
                        < 0
                || end < 0) {
            throw new IllegalArgumentException("a movement is negative");
        }
        long gained = Math.addExact(Math.addExact(started, reactivation), expansion);
        if (Math.addExact(start, gained) - contraction - churn != end) {
            throw new IllegalArgumentException("movements do not add up: " + start + " + " + started + " + "
                    + reactivation + " + " + expansion + " - " + contraction + " - " + churn + " is not " + end);
        }
    }

    /** Returns the gain: started, reactivation and expansion. */
    public long gained() {
        return started + reactivation + expansion;
    }

    /** Returns the loss: contraction and churn. */
    public long lost() {
        return contraction + churn;
    }

    /** Puts all but the end, which follows from them. */
    void write(long[] sums, int from) {
        WideSums.put(sums, from, start);
        WideSums.put(sums, from + WideSums.NUMBER, started);
        WideSums.put(sums, from + 2 * WideSums.NUMBER, reactivation);
        WideSums.put(sums, from + 3 * WideSums.NUMBER, expansion);
        WideSums.put(sums, from + 4 * WideSums.NUMBER, contraction);
        WideSums.put(sums, from + 5 * WideSums.NUMBER, churn);
    }

    /** The exact sum of the movement at a place in the order of the components. */
    static BigInteger exact(long[] sums, int from, int movement) {
        return WideSums.get(sums, from + movement * WideSums.NUMBER, WideSums.NUMBER);
    }

    /** The movements of sums in parts of a unit: what is before and after each is rounded, so that they add up. */
    static RecurringMovements read(long[] sums, int from, long parts) {
        long[] after = new long[SIZE / WideSums.NUMBER];
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < after.length; i++) {
            BigInteger movement = exact(sums, from, i);
            sum = i < 4 ? sum.add(movement) : sum.subtract(movement);
            after[i] = WideSums.rounded(sum, parts);
        }
        return new RecurringMovements(
                after[0],
                after[1] - after[0],
                after[2] - after[1],
                after[3] - after[2],
                after[3] - after[4],
                after[4] - after[5],
                after[5]);
    }

    /** Returns the movements, {@code gained} and {@code lost}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("start", start)
                .with("started", started)
                .with("reactivation", reactivation)
                .with("expansion", expansion)
                .with("contraction", contraction)
                .with("churn", churn)
                .with("end", end)
                .with("gained", gained())
                .with("lost", lost())
                .map();
    }
}
