/** The command {@code cases}: how long cases take, whom they wait on, and whether SLA targets are met. */
@NullMarked
package dev.cxkit.examples.report.cases;

import org.jspecify.annotations.NullMarked;
