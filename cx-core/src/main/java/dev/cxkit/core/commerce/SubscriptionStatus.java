package dev.cxkit.core.commerce;

import dev.cxkit.core.commerce.Movement.Kind;
import java.util.Map;
import java.util.Optional;

/** How a subscription stands. It is derived from the movements and never stored. */
public enum SubscriptionStatus {

    /** It has not begun. */
    NONE,

    /** It runs. */
    ACTIVE,

    /** It rests, and the customer stays. */
    PAUSED,

    /** It has ended; it may begin again. */
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

    /** Returns how it stands after the movement; empty if that cannot follow. */
    public Optional<SubscriptionStatus> after(Kind movement) {
        return Optional.ofNullable(NEXT.getOrDefault(this, Map.of()).get(movement));
    }
}
