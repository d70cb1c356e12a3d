/** Cohorts and what became of them, as tables and pictures. */
@NullMarked
package dev.cxkit.examples.report.cohorts;

import org.jspecify.annotations.NullMarked;
