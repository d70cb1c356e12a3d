/**
 * Survival analysis: how long until an event such as churn, the second order or a resolution, with right-censored times taken in.
 *
 * <p>Start from {@link dev.cxkit.metrics.survival.KaplanMeier} for the survival function and its median, {@link
 * dev.cxkit.metrics.survival.LogRank} to compare groups, {@link dev.cxkit.metrics.survival.Cox} for hazard ratios of covariates and what one with given covariates may expect, and {@link
 * dev.cxkit.metrics.survival.CumulativeIncidence} where an event has several causes that compete.
 *
 * <p>To know: a time is right-censored where the event had not occurred when it was last observed; leaving such times out, or taking
 * them for events, makes everything look shorter than it is. Times are numbers in a unit of the host, which is the unit of the answer.
 *
 * <pre>{@code
 * import dev.cxkit.metrics.survival.KaplanMeier;
 * import dev.cxkit.metrics.survival.LogRank;
 * import java.util.List;
 * import java.util.Locale;
 *
 * record Life(String plan, int months, boolean churned) {}
 * var lives = List.of(
 *         new Life("basic", 2, true), new Life("basic", 3, true), new Life("basic", 5, true), new Life("basic", 8, false),
 *         new Life("pro", 4, true), new Life("pro", 9, false), new Life("pro", 11, true), new Life("pro", 12, false));
 * var curves = KaplanMeier.metric(Life::months, Life::churned).by(Life::plan).over(lives);
 * curves.each().forEach((plan, curve) -> System.out.println(plan + " " + curve.median().getAsDouble()));
 * System.out.printf(Locale.ROOT, "p-value %.3f%n", LogRank.of(curves).orElseThrow().test().pValue());
 * // -> basic 3.0
 * // -> pro 11.0
 * // -> p-value 0.171
 * }</pre>
 */
@NullMarked
package dev.cxkit.metrics.survival;

import org.jspecify.annotations.NullMarked;
