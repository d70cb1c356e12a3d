/**
 * Two segments or periods held against each other, whatever the figure.
 *
 * <p>Start from {@link dev.cxkit.journey.compare.Comparison}.
 */
@NullMarked
package dev.cxkit.journey.compare;

import org.jspecify.annotations.NullMarked;
