package dev.cxkit.metrics.subscription;

import dev.cxkit.core.commerce.Movement;
import dev.cxkit.core.commerce.SubscriptionStatus;
import java.util.function.BiPredicate;

/** Who is a customer at a time: what a pause and a time that is free are to churn. */
@SuppressWarnings("ImmutableEnumChecker")
public enum PauseRule {

    /** Who has a subscription that has begun and not ended, paused or not, free or not. The default. */
    CONTRACT((standing, latest) -> standing == SubscriptionStatus.ACTIVE || standing == SubscriptionStatus.PAUSED),

    /** Who has a subscription that runs: a pause is churn and its end a reactivation. */
    RUNNING((standing, latest) -> standing == SubscriptionStatus.ACTIVE),

    /** Who pays something: a pause that costs nothing is churn, and somebody who pays nothing is not a customer yet. */
    PAYING((standing, latest) -> latest.recurring().signum() > 0);

    private final BiPredicate<SubscriptionStatus, Movement> test;

    PauseRule(BiPredicate<SubscriptionStatus, Movement> test) {
        this.test = test;
    }

    boolean holds(SubscriptionStatus standing, Movement latest) {
        return test.test(standing, latest);
    }
}
