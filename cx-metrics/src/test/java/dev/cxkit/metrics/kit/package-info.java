/** Contract kit: run it on a metric of your own. */
@NullMarked
package dev.cxkit.metrics.kit;

import org.jspecify.annotations.NullMarked;
