/** Exact arithmetic, counting and sorting that other packages rest on. Not exported: no host needs it. */
@NullMarked
package dev.cxkit.metrics.numeric;

import org.jspecify.annotations.NullMarked;
