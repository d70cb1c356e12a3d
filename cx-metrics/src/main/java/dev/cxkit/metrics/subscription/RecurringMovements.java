package dev.cxkit.metrics.subscription;

/**
 * Recurring revenue movements ({@index "MRR bridge"}): new, reactivation, expansion, contraction and churn between start and end of a
 * window.
 *
 * <ul>
 *   <li>The unit is the smallest of a currency, per month; or seats.
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
        long start, long started, long reactivation, long expansion, long contraction, long churn, long end) {

    static final int SIZE = 7;

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

    void write(long[] sums, int from) {
        sums[from] = start;
        sums[from + 1] = started;
        sums[from + 2] = reactivation;
        sums[from + 3] = expansion;
        sums[from + 4] = contraction;
        sums[from + 5] = churn;
        sums[from + 6] = end;
    }

    static RecurringMovements read(long[] sums, int i) {
        return new RecurringMovements(
                sums[i], sums[i + 1], sums[i + 2], sums[i + 3], sums[i + 4], sums[i + 5], sums[i + 6]);
    }
}
