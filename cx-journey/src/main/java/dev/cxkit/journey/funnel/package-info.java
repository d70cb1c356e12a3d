/**
 * How far customers come on the way to a goal, and where they drop off.
 *
 * <p>Start from {@link dev.cxkit.journey.funnel.Funnel}.
 */
@NullMarked
package dev.cxkit.journey.funnel;

import org.jspecify.annotations.NullMarked;
