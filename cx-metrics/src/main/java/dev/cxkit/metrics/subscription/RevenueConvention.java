package dev.cxkit.metrics.subscription;

import dev.cxkit.core.commerce.Movement;
import dev.cxkit.core.commerce.Subscription;
import dev.cxkit.core.time.TimeRange;

/**
 * How movements inside a window count. The two agree where nobody moves twice in it; over twelve months they do not, and neither is the
 * product of the monthly values.
 */
public enum RevenueConvention {

    /** Only the value before the window and the one at its end are compared, so one who left and came back at the same price did neither. */
    POINT_TO_POINT,

    /**
     * Every movement counts as it came: one who left and came back is churn and reactivation, and the two are not set off in the net
     * rate unless reactivation is included.
     */
    MOVEMENTS;

    /** The movements of a subscription in the window: what is at its first instant belongs to it, what is at its end does not. */
    RecurringMovements movements(TimeRange window, Subscription subscription, RecurringUnit recurring) {
        long[] sums = new long[RecurringMovements.SIZE];
        long now = 0;
        boolean before = false;
        boolean ever = false;
        for (Movement movement : subscription.movements()) {
            if (!movement.occurredAt().isBefore(window.to())) {
                break;
            }
            long next = recurring.after(movement);
            if (movement.occurredAt().isBefore(window.from())) {
                sums[0] = next;
                before |= next > 0;
            } else if (this == MOVEMENTS) {
                step(sums, now, next, ever);
            }
            ever |= next > 0;
            now = next;
        }
        if (this == POINT_TO_POINT) {
            step(sums, sums[0], now, before);
        }
        sums[6] = now;
        return RecurringMovements.read(sums, 0);
    }

    private static void step(long[] sums, long from, long to, boolean ever) {
        if (to > from) {
            sums[from > 0 ? 3 : ever ? 2 : 1] += to - from;
        } else {
            sums[to > 0 ? 4 : 5] += from - to;
        }
    }
}
