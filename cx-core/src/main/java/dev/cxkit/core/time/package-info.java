/** Half-open periods on the instant line. */
@NullMarked
package dev.cxkit.core.time;

import org.jspecify.annotations.NullMarked;
