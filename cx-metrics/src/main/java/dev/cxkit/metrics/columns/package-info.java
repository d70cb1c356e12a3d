/**
 * Answers for data that lie in arrays: the same answers and states as of objects, at many times the speed.
 *
 * <p>Start from {@link dev.cxkit.metrics.columns.RatingColumns}.
 */
@NullMarked
package dev.cxkit.metrics.columns;

import org.jspecify.annotations.NullMarked;
