package dev.cxkit.journey.conformance;

import dev.cxkit.journey.EpochNanos;
import dev.cxkit.journey.Journey;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The waits for an activity: each from the first touchpoint of the other activity that was not followed by it yet; without another activity, the one from
 * the start of the journey.
 */
record Wait(@Nullable String after, String activity) implements Serializable {

    /** How many waits came to an end, and how many of them too late. */
    record Count(long ended, long late) {}

    /** Whether a visit lasted longer, from its first touchpoint to the next visit or the end of the journey. */
    static boolean isLonger(Journey journey, Journey.Visit visit, Duration limit) {
        long over = visit.to() < journey.size() ? journey.nanos(visit.to()) : EpochNanos.clamped(journey.end());
        return EpochNanos.isLonger(journey.nanos(visit.from()), over, EpochNanos.clamped(limit));
    }

    Count over(Journey journey, Duration limit) {
        long nanos = EpochNanos.clamped(limit);
        long ended = 0;
        long late = 0;
        boolean waiting = after == null;
        long since = journey.nanos(0);
        for (int i = 0; i < journey.size(); i++) {
            String next = journey.activity(i);
            if (next.equals(activity)) {
                if (waiting) {
                    ended++;
                    late += EpochNanos.isLonger(since, journey.nanos(i), nanos) ? 1 : 0;
                    waiting = false;
                }
            } else if (!waiting && next.equals(after)) {
                waiting = true;
                since = journey.nanos(i);
            }
        }
        return new Count(ended, late);
    }
}
