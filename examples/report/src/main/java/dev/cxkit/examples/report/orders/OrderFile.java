package dev.cxkit.examples.report.orders;

import dev.cxkit.core.intake.RejectedRow;
import dev.cxkit.metrics.columns.OrderColumns;
import dev.cxkit.metrics.purchase.OrderLog;
import java.util.List;

/**
 * The orders of a file.
 *
 * @param name what messages call it
 * @param rows how many rows the file has
 * @param rejected how many of them could not be understood
 * @param rejectedRows the first of these, with their reasons
 * @param later how many orders are after the last day that is looked at
 * @param log how the orders are read, up to the end of that day
 * @param orders the orders
 */
record OrderFile(
        String name,
        long rows,
        long rejected,
        List<RejectedRow> rejectedRows,
        long later,
        OrderLog log,
        OrderColumns orders) {

    /** Copies the list. */
    OrderFile {
        rejectedRows = List.copyOf(rejectedRows);
    }
}
