/** Cases: what a customer needs solved, as the list of what happened; whose turn it is, what was promised, and what is known. */
@NullMarked
package dev.cxkit.core.support;

import org.jspecify.annotations.NullMarked;
