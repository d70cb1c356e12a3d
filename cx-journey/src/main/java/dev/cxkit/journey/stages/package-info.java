/**
 * How customers move through stages and come back: stage times, sessions, retention, the return loop.
 *
 * <p>Start from {@link dev.cxkit.journey.stages.Stages}.
 */
@NullMarked
package dev.cxkit.journey.stages;

import org.jspecify.annotations.NullMarked;
