/**
 * How the service desk is run: bots, self-service, quality, cost, notices, staffing.
 *
 * <p>Start from {@link dev.cxkit.metrics.desk.Bots} and {@link dev.cxkit.metrics.desk.QualityScore}.
 */
@NullMarked
package dev.cxkit.metrics.desk;

import org.jspecify.annotations.NullMarked;
