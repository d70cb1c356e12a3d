/** Estimates with their evidence: proportions, moments, quantiles, tests. */
@NullMarked
package dev.cxkit.metrics.stats;

import org.jspecify.annotations.NullMarked;
