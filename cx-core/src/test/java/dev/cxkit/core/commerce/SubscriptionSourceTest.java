package dev.cxkit.core.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.kit.SubscriptionSourceContract;
import dev.cxkit.core.time.TimeRange;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of sources on a source of a list. */
class SubscriptionSourceTest extends SubscriptionSourceContract {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private static Subscription at(String id, long seconds) {
        return Subscription.of(
                id,
                CustomerId.of(id),
                Movement.of(Movement.Kind.START, NOON.plusSeconds(seconds), Money.of("5", "EUR")));
    }

    @Override
    protected SubscriptionSource source() {
        return SubscriptionSource.of(List.of(at("before", -1), at("a", 0), at("b", 60)))
                .and(SubscriptionSource.of(List.of(at("c", 60), at("after", 3600))));
    }

    @Override
    protected TimeRange period() {
        return TimeRange.of(NOON, NOON.plusSeconds(3600));
    }

    @Test
    void two_sources_are_one() {
        assertThat(source().startedDuring(period()))
                .extracting(Subscription::id)
                .containsExactly("a", "b", "c");
    }
}
