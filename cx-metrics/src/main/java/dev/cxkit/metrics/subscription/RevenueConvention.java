package dev.cxkit.metrics.subscription;

import dev.cxkit.core.commerce.Movement;
import dev.cxkit.core.commerce.Subscription;
import dev.cxkit.core.time.TimeRange;

/**
 * How several movements of one customer inside a window enter revenue retention. The conventions agree where nobody moves twice in it; over
 * twelve months they differ, and neither is the product of the monthly values.
 */
public enum RevenueConvention {

    /** Start and end of the window are compared, so a customer who churned and was reactivated at the same price did neither. */
    POINT_TO_POINT,

    /**
     * Every movement counts: a customer who churned and was reactivated is both churn and reactivation, and NRR has the churn alone unless
     * reactivation is included.
     */
    MOVEMENTS;

    /** The movements of a subscription in the window, in parts of the unit; one at its first instant belongs to it, one at its end does not. */
    RecurringMovements movements(TimeRange window, Subscription subscription, RecurringUnit unit) {
        long[] sums = new long[6];
        long now = 0;
        boolean before = false;
        boolean ever = false;
        for (Movement movement : subscription.movements()) {
            if (!movement.occurredAt().isBefore(window.to())) {
                break;
            }
            long next = unit.after(movement);
            if (movement.occurredAt().isBefore(window.from())) {
                sums[0] = next;
                before |= next > 0;
            } else if (this == MOVEMENTS) {
                add(sums, now, next, ever);
            }
            ever |= next > 0;
            now = next;
        }
        if (this == POINT_TO_POINT) {
            add(sums, sums[0], now, before);
        }
        return new RecurringMovements(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], now);
    }

    private static void add(long[] sums, long from, long to, boolean ever) {
        if (to > from) {
            sums[from > 0 ? 3 : ever ? 2 : 1] += to - from;
        } else {
            sums[to > 0 ? 4 : 5] += from - to;
        }
    }
}
