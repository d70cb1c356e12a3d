package dev.cxkit.journey;

import dev.cxkit.core.touchpoint.Touchpoint;

/**
 * The touchpoints of many journeys side by side, each journey in one stretch and in order.
 *
 * @param rows the touchpoints, or the rows that become touchpoints
 * @param reader makes a touchpoint of a row
 * @param nanos when each occurred, in nanoseconds since 1970
 * @param codes the number of the activity of each
 * @param activityIndex the activities by number
 * @param order which of two touchpoints of one instant comes first
 */
@SuppressWarnings("ArrayRecordComponent")
record Track(
        Object[] rows,
        RowReader reader,
        long[] nanos,
        int[] codes,
        ActivityIndex activityIndex,
        TouchpointOrder order) {

    Touchpoint touchpoint(int place) {
        return reader.touchpoint(rows[place]);
    }
}
