package dev.cxkit.examples.report.orders;

import java.time.LocalDate;

/**
 * What was asked and what came out.
 *
 * @param request what was asked
 * @param file the orders
 * @param figures what was measured of them
 */
record OrdersReport(OrdersRequest request, OrderFile file, OrderFigures figures) {

    /** Measures the orders. */
    static OrdersReport of(OrdersRequest request, OrderFile file) {
        return new OrdersReport(request, file, OrderFigures.of(file));
    }

    /** Returns the last day that is looked at. */
    LocalDate until() {
        return file.log().to().atZone(request.times().zone()).toLocalDate().minusDays(1);
    }
}
