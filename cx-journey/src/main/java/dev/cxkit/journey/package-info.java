/** The journey, designed and real. */
@NullMarked
package dev.cxkit.journey;

import org.jspecify.annotations.NullMarked;
