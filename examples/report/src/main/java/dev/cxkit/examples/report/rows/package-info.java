/** Reading an export: its bytes, its columns, its rows, and the texts of times and numbers in them. */
@NullMarked
package dev.cxkit.examples.report.rows;

import org.jspecify.annotations.NullMarked;
