package dev.cxkit.core.feedback;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.time.TimeRange;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the host keeps its feedback. Implementations are safe for use by many threads and may be asked the same again.
 */
@FunctionalInterface
public interface FeedbackSource {

    /**
     * Returns the feedback that occurred in the period, in no particular order. The caller closes the stream.
     */
    Stream<Feedback> during(TimeRange period);

    /** Returns a source of a copy of these. */
    static FeedbackSource of(Collection<Feedback> feedback) {
        List<Feedback> copy = List.copyOf(feedback);
        return period -> copy.stream().filter(one -> period.contains(one.occurredAt()));
    }

    /** Returns a source of the feedback of both. The two are not compared: feedback that both have comes twice. */
    default FeedbackSource and(FeedbackSource other) {
        requireNonNull(other, "other");
        return period -> Stream.concat(during(period), other.during(period));
    }
}
