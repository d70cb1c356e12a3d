package dev.cxkit.metrics.subscription;

import dev.cxkit.core.commerce.Movement;
import dev.cxkit.core.commerce.SubscriptionStatus;
import java.util.function.BiPredicate;

/** Which subscription statuses count as a customer: how pauses and free periods enter churn. */
@SuppressWarnings("ImmutableEnumChecker")
public enum PauseRule {

    /** A subscription that has started and not ended, paused or not, free or not. The default. */
    CONTRACT((status, latest) -> status == SubscriptionStatus.ACTIVE || status == SubscriptionStatus.PAUSED),

    /** An active subscription: a pause is churn and its end a reactivation. */
    RUNNING((status, latest) -> status == SubscriptionStatus.ACTIVE),

    /** A recurring amount above 0: a pause that costs nothing is churn, and a free trial is not a customer yet. */
    PAYING((status, latest) -> latest.recurring().signum() > 0);

    private final BiPredicate<SubscriptionStatus, Movement> test;

    PauseRule(BiPredicate<SubscriptionStatus, Movement> test) {
        this.test = test;
    }

    boolean isCustomer(SubscriptionStatus status, Movement latest) {
        return test.test(status, latest);
    }
}
