package dev.cxkit.core.commerce;

import dev.cxkit.core.commerce.Movement.Kind;
import java.util.Map;
import java.util.Optional;

/**
 * The status of a subscription at an instant: not started, active, paused or ended (churned).
 *
 * <p>It is derived from the movements and never stored.
 */
public enum SubscriptionStatus {

    /** It has not started. */
    NONE,

    /** It is active, paid or in a free trial. */
    ACTIVE,

    /** It is paused, and the customer stays. */
    PAUSED,

    /** It has ended (churned); it may be reactivated. */
    ENDED;

    /** What each movement leads to; one that is not in the table cannot follow. */
    private static final Map<SubscriptionStatus, Map<Kind, SubscriptionStatus>> NEXT = Map.of(
            NONE, Map.of(Kind.START, ACTIVE),
            ACTIVE,
                    Map.of(
                            Kind.EXPANSION, ACTIVE,
                            Kind.CONTRACTION, ACTIVE,
                            Kind.PAUSE, PAUSED,
                            Kind.CHURN, ENDED),
            PAUSED,
                    Map.of(
                            Kind.EXPANSION, PAUSED,
                            Kind.CONTRACTION, PAUSED,
                            Kind.RESUME, ACTIVE,
                            Kind.CHURN, ENDED),
            ENDED, Map.of(Kind.REACTIVATION, ACTIVE));

    /** Returns the status after the movement; empty if that cannot follow. */
    public Optional<SubscriptionStatus> after(Kind movement) {
        return Optional.ofNullable(NEXT.getOrDefault(this, Map.of()).get(movement));
    }
}
