/**
 * Estimates with their evidence: proportions, means and variances, tests of two samples, calibration of predictions, agreement of raters.
 *
 * <p>Start from {@link dev.cxkit.metrics.stats.Estimate}, the form in which every number comes with its confidence interval; from {@link
 * dev.cxkit.metrics.stats.Proportion} for a rate, {@link dev.cxkit.metrics.stats.Moments} for a mean; {@link
 * dev.cxkit.metrics.stats.Welch}, {@link dev.cxkit.metrics.stats.MannWhitney} and {@link dev.cxkit.metrics.stats.ChiSquared} compare
 * two groups.
 *
 * <p>To know: what cannot be said is an empty {@code Optional}, never 0 or NaN; sums are exact, so no order and no split of the data
 * changes a bit; a test takes independent groups, and many tests at once ask for a {@link dev.cxkit.metrics.stats.Correction}.
 *
 * <pre>{@code
 * import dev.cxkit.metrics.stats.Proportion;
 * import java.util.Locale;
 *
 * var before = Proportion.of(120, 400);
 * var after = Proportion.of(150, 400);
 * System.out.println(before.estimate().orElseThrow().text(3));
 * var difference = after.minus(before).orElseThrow();
 * System.out.printf(Locale.ROOT, "%.3f, p-value %.4f%n", difference.value(), difference.pValue());
 * // -> 0.300 (0.257 to 0.347 at 95 %, n 400)
 * // -> 0.075, p-value 0.0249
 * }</pre>
 */
@NullMarked
package dev.cxkit.metrics.stats;

import org.jspecify.annotations.NullMarked;
