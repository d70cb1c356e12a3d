/** The command {@code cases}: how long cases take, whose turn it is in them, and whether goals are kept. */
@NullMarked
package dev.cxkit.examples.report.cases;

import org.jspecify.annotations.NullMarked;
