/** What a host writes: its own touchpoint type, its own metric, and the few lines that use ours. */
@NullMarked
package dev.cxkit.examples.quickstart;

import org.jspecify.annotations.NullMarked;
