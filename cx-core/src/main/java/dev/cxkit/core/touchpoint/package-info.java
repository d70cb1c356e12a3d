/** Where customer and company meet: an open set of touchpoint types that belongs to the host. */
@NullMarked
package dev.cxkit.core.touchpoint;

import org.jspecify.annotations.NullMarked;
