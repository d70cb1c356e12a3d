/** The command {@code survey}: scores of the answers in an export, as a table, as JSON and as a page. */
@NullMarked
package dev.cxkit.examples.report.survey;

import org.jspecify.annotations.NullMarked;
