package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import java.io.Serializable;

/**
 * The intervals in which one member of a cohort was active, for {@index "cohort retention"}.
 *
 * <ul>
 *   <li>Intervals are counted from the start of the member; interval 0 is that of the start.
 *   <li>They are periods of the calendar (days, weeks, months), or lengths of time from the start on.
 *   <li>An interval is complete when it ended before the instant up to which activity is seen.
 * </ul>
 *
 * @param cohort the number of the period in which the start was
 * @param completeIntervals how many intervals are complete, at least 0: those before this one
 * @param intervals in which intervals the member was active, in any order, each at least 0; interval 0 need not be there. Not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record CohortPresence(int cohort, long completeIntervals, long[] intervals) implements Serializable {

    /**
     * Checks that no number is below 0.
     *
     * @throws IllegalArgumentException if one is
     */
    public CohortPresence {
        requireNonNull(intervals, "intervals");
        Require.atLeast("completeIntervals", completeIntervals, 0);
        for (long interval : intervals) {
            Require.atLeast("interval", interval, 0);
        }
    }

    /**
     * Returns the presence of a member whose activity lies at positions of a time line: numbers of periods, ticks or nanoseconds.
     *
     * @param cohort the number of the period in which the start was
     * @param start the position of the start
     * @param length how many positions an interval has, at least 1
     * @param asOf the position up to which activity is seen
     * @param positions where the member was active, none before the start; overwritten with the intervals, since one is made for each
     *     member
     */
    public static CohortPresence of(int cohort, long start, long length, long asOf, long... positions) {
        for (int i = 0; i < positions.length; i++) {
            long since = positions[i] - start;
            positions[i] = length == 1 ? since : since / length;
        }
        return new CohortPresence(cohort, (asOf - start) / length, positions);
    }
}
