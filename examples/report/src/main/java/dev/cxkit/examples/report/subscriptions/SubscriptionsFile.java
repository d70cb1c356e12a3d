package dev.cxkit.examples.report.subscriptions;

import dev.cxkit.core.commerce.Subscription;
import dev.cxkit.examples.report.text.RejectedGroup;
import java.io.Serializable;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The customers of a ledger.
 *
 * @param name what messages call it
 * @param rows how many rows it has
 * @param months how it writes months
 * @param first the first month; null if there is no customer
 * @param last the last month; null if there is no customer
 * @param customers the customers
 * @param rejectedGroups what could not be understood
 */
record SubscriptionsFile(
        String name,
        long rows,
        MonthText months,
        @Nullable YearMonth first,
        @Nullable YearMonth last,
        List<Entered> customers,
        List<RejectedGroup> rejectedGroups)
        implements Serializable {

    /** Copies the lists. */
    SubscriptionsFile {
        customers = List.copyOf(customers);
        rejectedGroups = List.copyOf(rejectedGroups);
    }

    /**
     * A customer.
     *
     * @param segments the values of the columns of segments in the last row
     */
    record Entered(Subscription of, List<String> segments) implements Serializable {}

    /** Returns how many rows were rejected. */
    long rejected() {
        return RejectedGroup.rows(rejectedGroups);
    }
}
