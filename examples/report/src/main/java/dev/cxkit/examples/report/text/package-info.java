/** Numbers and tables as text. */
@NullMarked
package dev.cxkit.examples.report.text;

import org.jspecify.annotations.NullMarked;
