package dev.cxkit.journey.conformance;

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

    Count over(Journey journey, Duration limit) {
        long nanos = nanos(limit);
        long ended = 0;
        long late = 0;
        boolean waiting = after == null;
        long since = journey.nanos(0);
        for (int i = 0; i < journey.size(); i++) {
            String touchpoint = journey.activity(i);
            if (touchpoint.equals(activity)) {
                if (waiting) {
                    ended++;
                    late += isLonger(since, journey.nanos(i), nanos) ? 1 : 0;
                    waiting = false;
                }
            } else if (!waiting && touchpoint.equals(after)) {
                waiting = true;
                since = journey.nanos(i);
            }
        }
        return new Count(ended, late);
    }

    /** The nanoseconds of a limit; one that no two touchpoints can exceed is the most there is. */
    static long nanos(Duration limit) {
        return limit.compareTo(Duration.ofNanos(Long.MAX_VALUE)) > 0 ? Long.MAX_VALUE : limit.toNanos();
    }

    /** Whether more than the limit lies between; a difference beyond the range of a long is negative. */
    static boolean isLonger(long from, long to, long limit) {
        return to - from < 0 || to - from > limit;
    }
}
