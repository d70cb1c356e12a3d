package dev.cxkit.journey.funnel;

import dev.cxkit.journey.ActivityIndex;
import org.jspecify.annotations.Nullable;

/** What the labels of journeys are to a funnel: looked up once for the journeys that were assembled together. */
final class ActivityRoles {

    private final Funnel funnel;
    private @Nullable ActivityIndex last;
    private long[] serves = {};
    private long[] stops = {};
    private long[] excludes = {};

    ActivityRoles(Funnel funnel) {
        this.funnel = funnel;
    }

    void learn(ActivityIndex labels) {
        if (labels == last) {
            return;
        }
        last = labels;
        serves = new long[labels.size()];
        stops = new long[labels.size()];
        excludes = new long[labels.size()];
        int optional = 32;
        for (int step = 0; step < funnel.required.size(); step++) {
            mark(labels, funnel.required.get(step), 1L << step);
            for (FunnelStep other : funnel.optional.get(step)) {
                mark(labels, other, 1L << optional++);
            }
        }
        for (FunnelExclusion exclusion : funnel.exclusions) {
            int code = labels.code(exclusion.activity());
            if (code >= 0) {
                long gaps = exclusion.after() == 0 ? -1L : 1L << exclusion.after();
                boolean discarding = exclusion.effect() == FunnelExclusion.Effect.EXCLUDE_JOURNEY;
                (discarding ? excludes : stops)[code] |= gaps;
            }
        }
    }

    private void mark(ActivityIndex labels, FunnelStep step, long bit) {
        for (String label : step.activities()) {
            int code = labels.code(label);
            if (code >= 0) {
                serves[code] |= bit;
            }
        }
    }

    /** Returns the steps that the label serves: a bit for each required one, and from bit 32 on for each optional one. */
    long serves(int code) {
        return serves[code];
    }

    /** Returns the required steps, by their number from 1 on, after which the label stops an attempt. */
    long stops(int code) {
        return stops[code];
    }

    /** Returns the required steps, by their number from 1 on, after which the label discards the journey. */
    long excludes(int code) {
        return excludes[code];
    }
}
