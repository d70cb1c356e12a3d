package dev.cxkit.journey;

import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.metrics.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts what a key went through into journeys. */
final class Laps {

    private final JourneyAssembler rules;
    private final Track track;
    private final long asOf;
    private final List<Journey> journeys;

    Laps(JourneyAssembler rules, Track track, long asOf, List<Journey> journeys) {
        this.rules = rules;
        this.track = track;
        this.asOf = asOf;
        this.journeys = journeys;
    }

    void cut(String key, int from, int to) {
        int lap = 1;
        int start = from;
        boolean reached = false;
        for (int next = from + 1; next < to; next++) {
            reached = reached || meets(rules.reached, next - 1);
            Ending ending = between(next - 1, next, reached);
            if (ending != Ending.OPEN) {
                journeys.add(new Journey(key, lap++, ending, track, start, next));
                start = next;
                reached = false;
            }
        }
        if (start < to) {
            journeys.add(new Journey(key, lap, last(to - 1), track, start, to));
        }
    }

    private Ending between(int one, int next, boolean reached) {
        Ending ending = at(one);
        if (ending == Ending.OPEN && isLonger(track.nanos()[one], track.nanos()[next])) {
            return Ending.INACTIVITY;
        }
        return ending == Ending.OPEN && reached && meets(rules.again, next) ? Ending.LAP : ending;
    }

    private Ending last(int one) {
        Ending ending = at(one);
        return ending == Ending.OPEN && isLonger(track.nanos()[one], asOf) ? Ending.INACTIVITY : ending;
    }

    private Ending at(int one) {
        if (meets(rules.goal, one)) {
            return Ending.GOAL;
        }
        return meets(rules.closing, one) ? Ending.CLOSED : Ending.OPEN;
    }

    /** Whether the wait is longer than the limit, if there is one; what lies before is no wait. */
    private boolean isLonger(long from, long to) {
        return rules.patience < Long.MAX_VALUE && to > from && (to - from < 0 || to - from > rules.patience);
    }

    private boolean meets(@Nullable Condition<? super Touchpoint> condition, int one) {
        return condition != null && condition.test(track.touchpoints()[one]);
    }
}
