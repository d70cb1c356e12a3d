/**
 * The measures of service: how long customers wait, how often their problem is solved, and what is open.
 *
 * <p>A measure is asked of cases as they stood at an instant, {@code asOf}: what happened later is not looked at, and a case that was
 * not open yet is not counted. A case that was merged into another by then is in no denominator and counted apart. What has not
 * happened yet is not counted as something that does not happen.
 */
@NullMarked
package dev.cxkit.metrics.service;

import org.jspecify.annotations.NullMarked;
