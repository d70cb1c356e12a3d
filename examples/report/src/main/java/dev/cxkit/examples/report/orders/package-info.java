/** The command {@code orders}: who buys again, and what customers are worth. */
@NullMarked
package dev.cxkit.examples.report.orders;

import org.jspecify.annotations.NullMarked;
