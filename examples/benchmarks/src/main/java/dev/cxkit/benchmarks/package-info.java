/** Benchmarks of cx beside what a user would otherwise write or run. */
@NullMarked
package dev.cxkit.benchmarks;

import org.jspecify.annotations.NullMarked;
