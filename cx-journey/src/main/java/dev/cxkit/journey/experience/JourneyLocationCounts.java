package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.stats.Proportion;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What became of the journeys that passed a place, each counted once.
 *
 * @param goals how many of them came to the goal
 * @param signs how many show each sign that was looked for, in the order of the signs
 * @param origins where they came from: the step or stage before, empty where the journey begins; in the order of the names
 */
public record JourneyLocationCounts(Proportion goals, Map<PainSign, Sign> signs, Map<String, Origin> origins) {

    /**
     * One sign.
     *
     * @param share how many of the journeys of which it is known show it
     * @param examples the ids of a few that do
     */
    public record Sign(Proportion share, List<String> examples) {

        /** Copies the examples. */
        public Sign {
            requireNonNull(share, "share");
            examples = List.copyOf(examples);
        }
    }

    /**
     * One step or stage before the place.
     *
     * @param first how many journeys came from there the first time
     * @param goals how many of those that ever came from there came to the goal
     */
    public record Origin(long first, Proportion goals) {

        /** Checks the parts. */
        public Origin {
            requireNonNull(goals, "goals");
        }
    }

    /** Copies the maps. */
    public JourneyLocationCounts {
        requireNonNull(goals, "goals");
        signs = Collections.unmodifiableMap(new LinkedHashMap<>(signs));
        origins = Collections.unmodifiableMap(new TreeMap<>(origins));
    }

    /** Returns the sign; empty if it was not looked for or is known of no journey. */
    public Optional<Sign> sign(PainSign sign) {
        return Optional.ofNullable(signs.get(requireNonNull(sign, "sign")));
    }
}
