/** The command {@code demo}: a report on the answers of customers that do not exist. */
@NullMarked
package dev.cxkit.examples.report.demo;

import org.jspecify.annotations.NullMarked;
