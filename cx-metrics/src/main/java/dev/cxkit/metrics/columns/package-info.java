/**
 * The same questions for data that lie in arrays: equal answers and equal states, at several times the speed of objects.
 *
 * <p>Start from {@link dev.cxkit.metrics.columns.RatingColumns} for ratings by segment and period, {@link
 * dev.cxkit.metrics.columns.OrderColumns} for orders and {@link dev.cxkit.metrics.columns.RecencyFrequencyColumns}
 * for the models of lifetime.
 *
 * <p>To know: arrays are read in place and not copied, so do not change them meanwhile; every value is checked, and a message names the
 * row. Where the data are objects already, the metrics of the other packages are the plainer way.
 *
 * <pre>{@code
 * import dev.cxkit.metrics.columns.RatingColumns;
 *
 * byte[] scores = {10, 9, 8, 6, 10, 9, 3, 7};
 * System.out.println(RatingColumns.nps(scores).estimate().orElseThrow().text(1));
 * // -> 25.0 (-29.4 to 65.8 at 95 %, n 8)
 * }</pre>
 */
@NullMarked
package dev.cxkit.metrics.columns;

import org.jspecify.annotations.NullMarked;
