package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.stats.Proportion;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A share with its denominator, and what is in neither.
 *
 * @param cases which cases stand behind it
 * @param proportion the numerator and the denominator, which give the share and Wilson's interval
 * @param excluded how many were left out, by reason, in the order of the names; unmodifiable
 */
public record Share(Coverage cases, Proportion proportion, Map<String, Long> excluded) {

    /** Checks the parts and copies the map. */
    public Share {
        requireNonNull(cases, "cases");
        requireNonNull(proportion, "proportion");
        excluded = Collections.unmodifiableMap(new TreeMap<>(excluded));
    }

    /** Returns how many were left out for this reason, 0 if none was. */
    public long excluded(String reason) {
        return excluded.getOrDefault(requireNonNull(reason, "reason"), 0L);
    }
}
