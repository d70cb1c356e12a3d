/** The fold: a metric is a question whose answer is built one observation at a time and merged from parts. */
@NullMarked
package dev.cxkit.metrics;

import org.jspecify.annotations.NullMarked;
