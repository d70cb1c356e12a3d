/**
 * What customers buy: repeat purchase, gaps, cohorts, recency, frequency and money, and what follows an experience.
 *
 * <p>Start from {@link dev.cxkit.metrics.purchase.OrderLog}.
 */
@NullMarked
package dev.cxkit.metrics.purchase;

import org.jspecify.annotations.NullMarked;
