/**
 * Survival analysis: how long until an event, with right-censored times taken in.
 *
 * <p>Start from {@link dev.cxkit.metrics.survival.KaplanMeier}.
 */
@NullMarked
package dev.cxkit.metrics.survival;

import org.jspecify.annotations.NullMarked;
