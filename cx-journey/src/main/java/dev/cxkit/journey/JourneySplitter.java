package dev.cxkit.journey;

import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.metrics.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts what a key went through into journeys. */
final class JourneySplitter {

    private final JourneyEnds ends;
    private final Track track;
    private final long asOf;
    private final List<Journey> journeys;

    JourneySplitter(JourneyEnds ends, Track track, long asOf, List<Journey> journeys) {
        this.ends = ends;
        this.track = track;
        this.asOf = asOf;
        this.journeys = journeys;
    }

    void split(String key, int from, int to) {
        int number = 1;
        int start = from;
        boolean reached = false;
        for (int next = from + 1; next < to; next++) {
            reached = reached || meets(ends.lastStage(), next - 1);
            JourneyStatus status = between(next - 1, next, reached);
            if (status != JourneyStatus.OPEN) {
                journeys.add(new Journey(key, number++, status, track, start, next));
                start = next;
                reached = false;
            }
        }
        if (start < to) {
            journeys.add(new Journey(key, number, last(to - 1), track, start, to));
        }
    }

    private JourneyStatus between(int one, int next, boolean reached) {
        JourneyStatus status = at(one);
        if (status == JourneyStatus.OPEN && isLonger(track.nanos()[one], track.nanos()[next])) {
            return JourneyStatus.INACTIVE;
        }
        return status == JourneyStatus.OPEN && reached && meets(ends.nextRound(), next)
                ? JourneyStatus.NEXT_ROUND
                : status;
    }

    private JourneyStatus last(int one) {
        JourneyStatus status = at(one);
        return status == JourneyStatus.OPEN && isLonger(track.nanos()[one], asOf) ? JourneyStatus.INACTIVE : status;
    }

    private JourneyStatus at(int one) {
        if (meets(ends.goal(), one)) {
            return JourneyStatus.GOAL_REACHED;
        }
        return meets(ends.closing(), one) ? JourneyStatus.CLOSED : JourneyStatus.OPEN;
    }

    /** Whether the inactivity is longer than the limit, if there is one; what lies before is none. */
    private boolean isLonger(long from, long to) {
        return ends.inactivityNanos() < Long.MAX_VALUE
                && to > from
                && EpochNanos.isLonger(from, to, ends.inactivityNanos());
    }

    private boolean meets(@Nullable Condition<? super Touchpoint> condition, int one) {
        return condition != null && condition.test(track.touchpoint(one));
    }
}
