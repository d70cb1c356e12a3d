package dev.cxkit.core.kit;

import dev.cxkit.core.commerce.Subscription;
import dev.cxkit.core.commerce.SubscriptionSource;
import dev.cxkit.core.time.TimeRange;
import java.time.Instant;
import java.util.stream.Stream;

/** What every {@link SubscriptionSource} keeps. A host extends it with its own source and a period in which some began. */
public abstract class SubscriptionSourceContract extends SourceContract<Subscription> {

    /** Returns the source. */
    protected abstract SubscriptionSource source();

    @Override
    final Stream<Subscription> read(TimeRange period) {
        return source().startedDuring(period);
    }

    @Override
    final Instant occurredAt(Subscription one) {
        return one.startedAt();
    }
}
