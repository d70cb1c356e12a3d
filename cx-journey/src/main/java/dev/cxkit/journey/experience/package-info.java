/**
 * How a journey feels and where it hurts: emotions, scores of touchpoints, importance-performance, pain points.
 *
 * <p>Start from {@link dev.cxkit.journey.experience.PainPoints} and {@link dev.cxkit.journey.experience.EmotionCurve}.
 */
@NullMarked
package dev.cxkit.journey.experience;

import org.jspecify.annotations.NullMarked;
