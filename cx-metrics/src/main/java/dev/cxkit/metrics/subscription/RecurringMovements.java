package dev.cxkit.metrics.subscription;

/**
 * How what recurs came from its value before a window to its value at the end, of one customer or of many. The unit is the smallest of
 * a currency, per month; or seats. Each number is at least 0, and start + started + reactivation + expansion - contraction - churn = end.
 *
 * @param start what there was just before the window
 * @param started from those who had never had any
 * @param reactivation from those who had had some before, and then none
 * @param expansion what came on top
 * @param contraction what became less, but not none
 * @param churn what became none
 * @param end what there is just before the end of the window
 */
public record RecurringMovements(
        long start, long started, long reactivation, long expansion, long contraction, long churn, long end) {

    static final int SIZE = 7;

    /**
     * Checks the numbers.
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

    /** Returns what was gained: started, reactivated and expanded. */
    public long gained() {
        return started + reactivation + expansion;
    }

    /** Returns what was lost: contracted and churned. */
    public long lost() {
        return contraction + churn;
    }

    void write(long[] to, int from) {
        long[] parts = {start, started, reactivation, expansion, contraction, churn, end};
        System.arraycopy(parts, 0, to, from, SIZE);
    }

    static RecurringMovements read(long[] from, int i) {
        return new RecurringMovements(
                from[i], from[i + 1], from[i + 2], from[i + 3], from[i + 4], from[i + 5], from[i + 6]);
    }
}
