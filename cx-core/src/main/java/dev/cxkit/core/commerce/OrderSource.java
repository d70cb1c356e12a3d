package dev.cxkit.core.commerce;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.time.TimeRange;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Where the orders of a host come from. Implementations may be asked by several threads, and may be asked the same again. */
@FunctionalInterface
public interface OrderSource {

    /** Returns the orders that occurred in the period, in any order, with all their refunds; the caller closes the stream. */
    Stream<Order> during(TimeRange period);

    /** Returns a source of a copy of these. */
    static OrderSource of(Collection<Order> orders) {
        List<Order> copy = List.copyOf(orders);
        return period -> copy.stream().filter(each -> period.contains(each.occurredAt()));
    }

    /** Returns the orders of this source and of another one. */
    default OrderSource and(OrderSource other) {
        requireNonNull(other, "other");
        return period -> Stream.concat(during(period), other.during(period));
    }
}
