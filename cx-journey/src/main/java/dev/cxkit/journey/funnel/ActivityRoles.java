package dev.cxkit.journey.funnel;

import dev.cxkit.journey.ActivityIndex;
import org.jspecify.annotations.Nullable;

/** What the activities of journeys are to a funnel: looked up once for the journeys that were assembled together. */
final class ActivityRoles {

    private final Funnel funnel;
    private @Nullable ActivityIndex last;
    private long[] serves = {};
    private long[] stops = {};
    private long[] excludes = {};

    ActivityRoles(Funnel funnel) {
        this.funnel = funnel;
    }

    void learn(ActivityIndex activities) {
        if (activities == last) {
            return;
        }
        last = activities;
        serves = new long[activities.size()];
        stops = new long[activities.size()];
        excludes = new long[activities.size()];
        int optional = 32;
        for (int step = 0; step < funnel.required.size(); step++) {
            mark(activities, funnel.required.get(step), 1L << step);
            for (FunnelStep other : funnel.optional.get(step)) {
                mark(activities, other, 1L << optional++);
            }
        }
        for (FunnelExclusion exclusion : funnel.exclusions) {
            int code = activities.code(exclusion.activity());
            if (code >= 0) {
                long gaps = exclusion.after() == 0 ? -1L : 1L << exclusion.after();
                boolean excludesJourney = exclusion.effect() == FunnelExclusion.Effect.EXCLUDE_JOURNEY;
                (excludesJourney ? excludes : stops)[code] |= gaps;
            }
        }
    }

    private void mark(ActivityIndex activities, FunnelStep step, long bit) {
        for (String activity : step.activities()) {
            int code = activities.code(activity);
            if (code >= 0) {
                serves[code] |= bit;
            }
        }
    }

    /** Returns the steps that the activity serves: a bit for each required one, and from bit 32 on for each optional one. */
    long serves(int code) {
        return serves[code];
    }

    /** Returns the required steps, by their number from 1 on, after which the activity stops an attempt. */
    long stops(int code) {
        return stops[code];
    }

    /** Returns the required steps, by their number from 1 on, after which the activity excludes the journey. */
    long excludes(int code) {
        return excludes[code];
    }
}
