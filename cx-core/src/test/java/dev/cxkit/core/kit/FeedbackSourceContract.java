package dev.cxkit.core.kit;

import dev.cxkit.core.feedback.Feedback;
import dev.cxkit.core.feedback.FeedbackSource;
import dev.cxkit.core.time.TimeRange;
import java.time.Instant;
import java.util.stream.Stream;

/** What every {@link FeedbackSource} keeps. A host extends it with its own source and a period in which that has some. */
public abstract class FeedbackSourceContract extends SourceContract<Feedback> {

    /** Returns the source. */
    protected abstract FeedbackSource source();

    @Override
    final Stream<Feedback> read(TimeRange period) {
        return source().during(period);
    }

    @Override
    final Instant occurredAt(Feedback one) {
        return one.occurredAt();
    }
}
