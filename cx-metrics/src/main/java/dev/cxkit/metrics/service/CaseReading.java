package dev.cxkit.metrics.service;

import dev.cxkit.core.support.Case;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * What a measure reads off one case. It is asked only of cases that were open by {@code asOf} and not merged into another.
 *
 * @param <V> what is read
 */
@FunctionalInterface
public interface CaseReading<V> extends Serializable {

    /**
     * Returns what the case gives: nothing where the question has no sense for it, or several values.
     *
     * @param asOf later events are not looked at
     */
    List<V> of(Case of, Instant asOf);
}
