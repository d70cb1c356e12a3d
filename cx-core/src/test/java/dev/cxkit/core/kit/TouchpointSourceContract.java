package dev.cxkit.core.kit;

import dev.cxkit.core.time.TimeRange;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.core.touchpoint.TouchpointSource;
import java.time.Instant;
import java.util.stream.Stream;

/** What every {@link TouchpointSource} keeps. A host extends it with its own source and a period in which that has some. */
public abstract class TouchpointSourceContract extends SourceContract<Touchpoint> {

    /** Returns the source. */
    protected abstract TouchpointSource source();

    @Override
    final Stream<Touchpoint> read(TimeRange period) {
        return source().during(period);
    }

    @Override
    final Instant occurredAt(Touchpoint one) {
        return one.occurredAt();
    }
}
