package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

/**
 * What one who started did after that, in intervals counted from the start: days, weeks or months of the calendar or of the customer's own
 * clock. Interval 0 is that of the start.
 *
 * @param cohort the number of the period in which the start was
 * @param over how many intervals are over, at least 0: those before this one
 * @param intervals in which intervals one was active, in any order, each at least 0; interval 0 need not be there. Not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record CohortPresence(int cohort, long over, long[] intervals) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a number is below 0
     */
    public CohortPresence {
        requireNonNull(intervals, "intervals");
        if (over < 0) {
            throw new IllegalArgumentException("over " + over + " is below 0");
        }
        for (long interval : intervals) {
            if (interval < 0) {
                throw new IllegalArgumentException("interval " + interval + " is below 0");
            }
        }
    }
}
