/**
 * Exact integers of 128 bits, counts by value, sorting, checks of arguments: what several packages rest on.
 *
 * <p>Start from {@link dev.cxkit.metrics.numeric.Check} for arguments and {@link dev.cxkit.metrics.numeric.Int128s} for sums.
 *
 * <p>Know that the module exports it to {@code dev.cxkit.journey} alone: no host needs it.
 */
@NullMarked
package dev.cxkit.metrics.numeric;

import org.jspecify.annotations.NullMarked;
