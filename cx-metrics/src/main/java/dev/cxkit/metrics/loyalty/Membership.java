package dev.cxkit.metrics.loyalty;

import dev.cxkit.core.commerce.Movement;
import dev.cxkit.core.commerce.Standing;

/** Who is a customer at a time: what a pause and a time that is free are to churn. */
public enum Membership {

    /** Who has a subscription that has begun and not ended, paused or not, free or not. The default. */
    CONTRACT {
        @Override
        boolean holds(Standing standing, Movement latest) {
            return standing == Standing.ACTIVE || standing == Standing.PAUSED;
        }
    },

    /** Who has a subscription that runs: a pause is churn and its end a reactivation. */
    RUNNING {
        @Override
        boolean holds(Standing standing, Movement latest) {
            return standing == Standing.ACTIVE;
        }
    },

    /** Who pays something: a pause that costs nothing is churn, and somebody who pays nothing is not a customer yet. */
    PAYING {
        @Override
        boolean holds(Standing standing, Movement latest) {
            return latest.recurring().signum() > 0;
        }
    };

    abstract boolean holds(Standing standing, Movement latest);
}
