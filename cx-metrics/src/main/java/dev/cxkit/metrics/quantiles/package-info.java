/**
 * Quantiles and distributions of values: exact for arrays and small groups, a histogram of bounded size for streams.
 *
 * <p>Start from {@link dev.cxkit.metrics.quantiles.ValueDistribution} for values that come one by one, from {@link
 * dev.cxkit.metrics.quantiles.Quantiles} for values that lie in an array.
 *
 * <p>To know: a quantile of a small group depends on the definition; {@link dev.cxkit.metrics.quantiles.QuantileType} has the nine of
 * Hyndman and Fan, and the default is type 7, as in R, NumPy and Excel.
 *
 * <pre>{@code
 * import dev.cxkit.metrics.quantiles.QuantileType;
 * import dev.cxkit.metrics.quantiles.Quantiles;
 * import java.util.Arrays;
 *
 * long[] seconds = {12, 15, 18, 22, 30, 41, 55, 90, 240, 1800};
 * System.out.println(Arrays.toString(Quantiles.exact(seconds, QuantileType.TYPE_7, 0.5, 0.75)));
 * System.out.println(Arrays.toString(Quantiles.exact(seconds, QuantileType.TYPE_1, 0.5, 0.75)));
 * // -> [35.5, 81.25]
 * // -> [30.0, 90.0]
 * }</pre>
 */
@NullMarked
package dev.cxkit.metrics.quantiles;

import org.jspecify.annotations.NullMarked;
