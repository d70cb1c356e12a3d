/** The command {@code subscriptions}: what recurs month by month, what is kept of it, and why customers leave. */
@NullMarked
package dev.cxkit.examples.report.subscriptions;

import org.jspecify.annotations.NullMarked;
