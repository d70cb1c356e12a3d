package dev.cxkit.core.commerce;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.time.TimeRange;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Where the subscriptions of a host come from. Implementations may be asked by several threads. */
@FunctionalInterface
public interface SubscriptionSource {

    /**
     * Returns the subscriptions that began in the period, in any order, each with all its movements; the caller closes the stream. What
     * happens in a window is asked of all that began before its end.
     */
    Stream<Subscription> startedDuring(TimeRange period);

    /** Returns a source of these subscriptions. */
    static SubscriptionSource of(Collection<Subscription> subscriptions) {
        List<Subscription> copy = List.copyOf(subscriptions);
        return period -> copy.stream().filter(each -> period.contains(each.startedAt()));
    }

    /** Returns the subscriptions of this source and of another one. */
    default SubscriptionSource and(SubscriptionSource other) {
        requireNonNull(other, "other");
        return period -> Stream.concat(startedDuring(period), other.startedDuring(period));
    }
}
