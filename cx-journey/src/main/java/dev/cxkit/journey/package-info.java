/** The way of one customer across all channels, from the first touchpoint to the last. */
@NullMarked
package dev.cxkit.journey;

import org.jspecify.annotations.NullMarked;
