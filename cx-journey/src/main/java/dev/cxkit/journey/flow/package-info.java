/**
 * Process mining: which activity follows which, variants, paths, rework, and what comes next.
 *
 * <p>Start from {@link dev.cxkit.journey.flow.DirectlyFollows}.
 */
@NullMarked
package dev.cxkit.journey.flow;

import org.jspecify.annotations.NullMarked;
