/** How long it lasts: survival by group. */
@NullMarked
package dev.cxkit.examples.report.survival;

import org.jspecify.annotations.NullMarked;
