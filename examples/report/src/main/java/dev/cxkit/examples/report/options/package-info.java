/** Options that all reports have. */
@NullMarked
package dev.cxkit.examples.report.options;

import org.jspecify.annotations.NullMarked;
