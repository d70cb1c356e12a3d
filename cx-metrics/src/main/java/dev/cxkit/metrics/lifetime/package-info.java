/**
 * Customer lifetime value: what customers will still order and be worth, by probability models of recency, frequency and age.
 *
 * <p>Start from {@link dev.cxkit.metrics.lifetime.BgNbd} or {@link dev.cxkit.metrics.lifetime.ParetoNbd} for customers who never say that
 * they leave, {@link dev.cxkit.metrics.lifetime.ShiftedBetaGeometric} for contracts; {@link
 * dev.cxkit.metrics.lifetime.GammaGamma} says what an order is worth, {@link dev.cxkit.metrics.lifetime.Horizon} over which time it counts.
 *
 * <p>To know: all times are in one unit of the host, that of the fitted model. Fit on one period and hold the model against the next one
 * ({@link dev.cxkit.metrics.lifetime.Holdout}, {@link dev.cxkit.metrics.lifetime.Tracking}) before you act on a prediction.
 *
 * <pre>{@code
 * import dev.cxkit.metrics.lifetime.BgNbd;
 * import dev.cxkit.metrics.lifetime.Horizon;
 * import dev.cxkit.metrics.lifetime.RecencyFrequency;
 * import java.util.Locale;
 *
 * var model = BgNbd.of(0.243, 4.414, 0.793, 2.426); // weeks; Fader, Hardie and Lee (2005), the CDNOW customers
 * var customer = new RecencyFrequency(2, 30.43, 38.86);
 * System.out.printf(Locale.ROOT, "P(alive) %.3f%n", model.probabilityAlive(customer));
 * System.out.printf(Locale.ROOT, "orders in a year %.3f%n", model.expectedOrders(customer, 52));
 * System.out.printf(Locale.ROOT, "discounted %.3f%n", Horizon.of(12, 52 / 12.0, 0.01).discountedOrders(model, customer));
 * // -> P(alive) 0.727
 * // -> orders in a year 1.559
 * // -> discounted 1.468
 * }</pre>
 */
@NullMarked
package dev.cxkit.metrics.lifetime;

import org.jspecify.annotations.NullMarked;
