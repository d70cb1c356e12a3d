/** {@code cx-report}: a command line over cx, for people who want to look at their own export before they write code. */
@NullMarked
package dev.cxkit.examples.report;

import org.jspecify.annotations.NullMarked;
