/** Pages: markup in which every text is escaped, and the frame that holds pictures and tables. */
@NullMarked
package dev.cxkit.examples.report.page;

import org.jspecify.annotations.NullMarked;
