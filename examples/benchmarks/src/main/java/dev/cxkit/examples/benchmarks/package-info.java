/** Benchmarks of cx beside what a user would otherwise write or run. */
@NullMarked
package dev.cxkit.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
