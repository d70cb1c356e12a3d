/**
 * What recurs: churn and its reasons, net and gross revenue retention, growth that was earned.
 *
 * <p>Start from {@link dev.cxkit.metrics.subscription.RecurringRetention} and {@link dev.cxkit.metrics.subscription.Churn}.
 */
@NullMarked
package dev.cxkit.metrics.subscription;

import org.jspecify.annotations.NullMarked;
