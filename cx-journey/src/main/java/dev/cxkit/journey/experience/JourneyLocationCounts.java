package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.stats.Proportion;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Journeys that visited a location, each counted once: goals reached, pain signs shown and origins.
 *
 * @param goals how many of them reached the goal
 * @param signs how many show each pain sign that was looked for, in the order of the signs
 * @param origins where they came from: the activity or stage before, empty where the journey begins; in the order of the names
 */
public record JourneyLocationCounts(Proportion goals, Map<PainSign, Sign> signs, Map<String, Origin> origins)
        implements Result {

    /**
     * How often one pain sign is shown.
     *
     * @param share how many of the journeys of which it is known show it
     * @param examples the ids of a few that do
     */
    public record Sign(Proportion share, List<String> examples) implements Result {

        public Sign {
            requireNonNull(share, "share");
            examples = List.copyOf(examples);
        }

        /** Returns the share, {@code examples}. */
        @Override
        public Map<String, Object> document() {
            return Document.of(Optional.of(share)).with("examples", examples).map();
        }

        /** Returns the {@link #text} with two decimals. */
        @Override
        public String toString() {
            return text(2);
        }
    }

    /**
     * An activity or stage before the location.
     *
     * @param first how many journeys came from there the first time
     * @param goals how many of those that ever came from there reached the goal
     */
    public record Origin(long first, Proportion goals) implements Result {

        public Origin {
            requireNonNull(goals, "goals");
        }

        /** Returns {@code first} and {@code goals}. */
        @Override
        public Map<String, Object> document() {
            return Document.start().with("first", first).with("goals", goals).map();
        }
    }

    public JourneyLocationCounts {
        requireNonNull(goals, "goals");
        signs = Collections.unmodifiableMap(new LinkedHashMap<>(signs));
        origins = Collections.unmodifiableMap(new TreeMap<>(origins));
    }

    /** Returns the counts of the sign; empty if it was not looked for or is known of no journey. */
    public Optional<Sign> sign(PainSign sign) {
        return Optional.ofNullable(signs.get(requireNonNull(sign, "sign")));
    }

    /** Returns {@code goals}, {@code signs} and {@code origins}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("goals", goals)
                .results("signs", signs)
                .results("origins", origins)
                .map();
    }
}
