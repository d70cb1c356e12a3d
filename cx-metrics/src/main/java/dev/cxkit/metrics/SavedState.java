package dev.cxkit.metrics;

import java.io.InvalidObjectException;
import java.io.Serializable;

/** What Java serialisation sees of an accumulator: its question and its state bytes. */
final class SavedState<T, R> implements Serializable {

    private final Metric<T, R> metric;
    private final byte[] state;

    SavedState(Metric<T, R> metric, byte[] state) {
        this.metric = metric;
        this.state = state;
    }

    Object readResolve() throws InvalidObjectException {
        try {
            return metric.resume(state);
        } catch (IllegalArgumentException e) {
            InvalidObjectException invalid = new InvalidObjectException(e.getMessage());
            invalid.initCause(e);
            throw invalid;
        }
    }
}
