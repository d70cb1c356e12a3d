package dev.cxkit.core.kit;

import dev.cxkit.core.commerce.Order;
import dev.cxkit.core.commerce.OrderSource;
import dev.cxkit.core.time.TimeRange;
import java.time.Instant;
import java.util.stream.Stream;

/** What every {@link OrderSource} keeps. A host extends it with its own source and a period in which that has some. */
public abstract class OrderSourceContract extends SourceContract<Order> {

    /** Returns the source. */
    protected abstract OrderSource source();

    @Override
    final Stream<Order> read(TimeRange period) {
        return source().during(period);
    }

    @Override
    final Instant occurredAt(Order one) {
        return one.occurredAt();
    }
}
