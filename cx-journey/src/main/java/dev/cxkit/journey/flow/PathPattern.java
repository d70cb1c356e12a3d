package dev.cxkit.journey.flow;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.ActivityIndex;
import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Examples;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.quantiles.ValueDistribution;
import dev.cxkit.metrics.stats.Moments;
import dev.cxkit.metrics.stats.Proportion;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A {@index "sequence pattern"} over the activities of journeys, much like a regular expression, and the metric of how many journeys it
 * matches. A pattern is made of tokens joined by {@code ->}, which stand for touchpoints directly after one another:
 *
 * <ul>
 *   <li>{@code basket}: this activity
 *   <li>{@code [basket|wish list]}: one of these
 *   <li>{@code [^basket]}: any but this one, or but these if there are several with {@code |} in between
 *   <li>{@code .}: any activity
 *   <li>{@code .*}: any number of activities, also none
 *   <li>{@code [^basket]*}: any number of activities, also none, that are not this one
 *   <li>{@code START}: the journey starts here; only as the first
 *   <li>{@code END}: the journey ends here; only as the last
 * </ul>
 *
 * <p>An activity whose name has such a meaning or such signs is put in quotes, as in {@code "END" -> "a|b"}; a quote in it is doubled.
 *
 * <p>Of several matches in a journey that counts which begins first, and of these the one that ends first. The time for a journey grows
 * with its touchpoints times the tokens and no faster, whatever the pattern.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.Journey;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.flow.PathPattern;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.stream.Stream;
 * List<Journey> journeys = JourneyAssembler.byCustomer()
 *         .assemble(Stream.of("ann visit 0", "ann basket 5", "ann order 9",
 *                         "bob visit 1", "bob visit 3", "bob basket 4")
 *                 .map(row -> row.split(" "))
 *                 .map(row -> Interaction.builder(String.join("-", row), TouchpointType.of(row[1]))
 *                         .customer(CustomerId.of(row[0])).channel(Channel.WEB)
 *                         .occurredAt(Instant.EPOCH.plusSeconds(60 * Long.parseLong(row[2]))).build())
 *                 .toList());
 * PathPattern direct = PathPattern.of("visit -> basket -> .* -> order", List.of("visit", "basket", "order"));
 * System.out.println(direct.over(journeys).examples());
 * // -> [ann]
 * }</pre>
 */
public final class PathPattern implements Metric<Journey, PatternMatches> {

    /** The most tokens. */
    public static final int MOST_TOKENS = 63;

    private static final int EXAMPLES = 10;
    private static final int NONE = Integer.MAX_VALUE;

    private final String text;
    private final List<PatternParser.Token> tokens;
    private final boolean isFromStart;
    private final boolean isToEnd;

    /** For the activities seen last which tokens accept which; two threads may work it out twice. */
    private transient volatile @Nullable Accepted accepted;

    private PathPattern(String text, PatternParser parsed) {
        this.text = text;
        this.tokens = parsed.tokens();
        this.isFromStart = parsed.isFromStart();
        this.isToEnd = parsed.isToEnd();
    }

    /**
     * Returns the pattern.
     *
     * @param known the activities that journeys have, so that a misspelt one is found
     * @throws IllegalArgumentException if the text is no pattern, or names an activity that is not known
     */
    public static PathPattern of(String text, Collection<String> known) {
        requireNonNull(text, "pattern");
        return new PathPattern(text, new PatternParser(text, known));
    }

    /** Returns where the pattern matches the journey; empty if it does not. */
    public Optional<PatternMatch> find(Journey journey) {
        long[] accepts = accepts(journey.activityIndex());
        int size = journey.size();
        int length = tokens.size();
        // For each token that may come next, where the match that has come so far begins: the first place is enough.
        int[] starts = new int[length + 1];
        Arrays.fill(starts, NONE);
        for (int place = 0; place <= size; place++) {
            if (place == 0 || !isFromStart) {
                starts[0] = Math.min(starts[0], place);
            }
            for (int token = 0; token < length; token++) {
                if (tokens.get(token).isGap()) {
                    starts[token + 1] = Math.min(starts[token + 1], starts[token]);
                }
            }
            // No match that begins earlier can come: where a later one overtakes it, both wait for the same token.
            if (starts[length] != NONE && (place == size || !isToEnd)) {
                return Optional.of(new PatternMatch(starts[length], place));
            }
            if (place < size) {
                advance(starts, accepts[journey.activityCode(place)]);
            }
        }
        return Optional.empty();
    }

    /** Takes one activity, which the tokens whose bits are set accept. */
    private void advance(int[] starts, long accepts) {
        starts[tokens.size()] = NONE;
        for (int token = tokens.size() - 1; token >= 0; token--) {
            int start = (accepts >>> token & 1) == 1 ? starts[token] : NONE;
            boolean gap = tokens.get(token).isGap();
            starts[token] = gap ? start : NONE;
            if (!gap) {
                starts[token + 1] = Math.min(starts[token + 1], start);
            }
        }
    }

    private record Accepted(
            ActivityIndex index,
            @SuppressWarnings("ArrayRecordComponent") long[] byCode) {}

    private long[] accepts(ActivityIndex index) {
        Accepted last = accepted;
        if (last == null || last.index != index || last.byCode.length != index.size()) {
            long[] byCode = new long[index.size()];
            for (int code = 0; code < byCode.length; code++) {
                for (int token = 0; token < tokens.size(); token++) {
                    byCode[code] |= tokens.get(token).accepts(index.name(code)) ? 1L << token : 0;
                }
            }
            last = new Accepted(index, byCode);
            accepted = last;
        }
        return last.byCode;
    }

    /** What is counted of a journey. */
    private record Found(String id, @Nullable PatternMatch match) {

        List<PatternMatch> matches() {
            return match == null ? List.of() : List.of(match);
        }
    }

    /** Returns the accumulator, which needs a few kilobytes. */
    @Override
    public Accumulator<Journey, PatternMatches> start() {
        Metric<Found, ValueDistribution> before = ValueDistribution.metric()
                .on((PatternMatch match) -> (long) match.from())
                .onEach(Found::matches);
        Metric<Found, ValueDistribution> size = ValueDistribution.metric()
                .on((PatternMatch match) -> (long) match.size())
                .onEach(Found::matches);
        Metric<Found, List<String>> examples =
                Examples.metric(EXAMPLES, Found::id).where(found -> found.match != null);
        Metric<Found, Long> all =
                Moments.metricOfLongs().on((Found found) -> 0L).then(Moments::n);
        Metric<Found, PatternMatches> counts = Metric.both(
                Metric.both(all, before, Before::new),
                Metric.both(size, examples, Size::new),
                (one, other) -> new PatternMatches(
                        Proportion.of(one.before.n(), one.journeys), one.before, other.size, other.examples));
        return counts.on((Journey journey) ->
                        new Found(journey.id(), find(journey).orElse(null)))
                .named(definition())
                .start();
    }

    private record Before(long journeys, ValueDistribution before) {}

    private record Size(ValueDistribution size, List<String> examples) {}

    @Override
    public String definition() {
        return Definition.of("path pattern", text);
    }

    @Override
    public String toString() {
        return definition();
    }
}
