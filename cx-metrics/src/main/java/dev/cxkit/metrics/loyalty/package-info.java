/** Who stays, who returns, and what recurs: churn and its reasons, retention of what customers pay, and growth that was earned. */
@NullMarked
package dev.cxkit.metrics.loyalty;

import org.jspecify.annotations.NullMarked;
