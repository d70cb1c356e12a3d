/**
 * What journeys tell: which step follows which, how far people come, where they wait, return and drop out. Each analysis is a
 * {@link dev.cxkit.metrics.Metric} of journeys, so it runs per segment and period, live and in parts.
 */
@NullMarked
package dev.cxkit.journey.analysis;

import org.jspecify.annotations.NullMarked;
