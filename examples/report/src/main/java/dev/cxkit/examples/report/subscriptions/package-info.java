/** The command {@code subscriptions}: recurring revenue month by month, its retention, and churn with its reasons. */
@NullMarked
package dev.cxkit.examples.report.subscriptions;

import org.jspecify.annotations.NullMarked;
