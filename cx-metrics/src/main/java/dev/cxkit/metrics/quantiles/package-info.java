/**
 * Quantiles and distributions of values: exact for arrays and small groups, a histogram of bounded size for streams.
 *
 * <p>Start from {@link dev.cxkit.metrics.quantiles.ValueDistribution} and {@link dev.cxkit.metrics.quantiles.Quantiles}.
 */
@NullMarked
package dev.cxkit.metrics.quantiles;

import org.jspecify.annotations.NullMarked;
