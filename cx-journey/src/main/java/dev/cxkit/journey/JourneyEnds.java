package dev.cxkit.journey;

import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.metrics.Condition;
import org.jspecify.annotations.Nullable;

/**
 * By what journeys end; each is null where nothing ends by it.
 *
 * @param inactivityNanos the most nanoseconds between the starts of two touchpoints of one journey
 */
record JourneyEnds(
        @Nullable Condition<? super Touchpoint> goal,
        @Nullable Condition<? super Touchpoint> closing,
        @Nullable Condition<? super Touchpoint> lastStage,
        @Nullable Condition<? super Touchpoint> nextRound,
        long inactivityNanos) {

    static final JourneyEnds NONE = new JourneyEnds(null, null, null, null, Long.MAX_VALUE);
}
