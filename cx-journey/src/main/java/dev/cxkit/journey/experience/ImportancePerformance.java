package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.touchpoint.TouchpointType;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.journey.map.PlannedTouchpoint;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.stats.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * {@index "Importance-performance analysis"} (IPA; Martilla and James, 1977): what matters to customers against how well it goes, activity
 * by activity.
 *
 * <ul>
 *   <li>Performance is the emotion of customers: for each journey the mean over its touchpoints of the activity.
 *   <li>{@index "stated importance" Stated} importance is what the map says, 1..5; {@index "derived importance" derived} importance is
 *       Pearson's correlation, -1..+1, of performance with an overall score or with reaching a goal. It is an association, not a cause.
 *   <li>The lines between the quadrants are the means of importance and of performance over the activities.
 *   <li>An activity that was rated but whose importance is not known is in no quadrant.
 * </ul>
 *
 * <p>Edge cases: derived importance is not known where fewer than three journeys rated the activity or there is no spread; the lines are
 * empty without items.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.Touchpoint;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.JourneyAssembler;
 * import dev.cxkit.journey.experience.Emotions;
 * import dev.cxkit.journey.experience.ImportancePerformance;
 * import dev.cxkit.journey.map.JourneyMap;
 * import dev.cxkit.journey.map.PlannedTouchpoint;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.OptionalDouble;
 * import java.util.stream.Stream;
 *
 * List<Touchpoint> log = Stream.of("search 09:00 2", "pay 09:10 -1")
 *         .map(line -> line.split(" "))
 *         .<Touchpoint>map(field -> Interaction.builder(field[2], TouchpointType.of(field[0]))
 *                 .customer(CustomerId.of("ada"))
 *                 .channel(Channel.WEB)
 *                 .occurredAt(Instant.parse("2026-02-02T" + field[1] + ":00Z"))
 *                 .build())
 *         .toList();
 * JourneyMap map = JourneyMap.builder().stage("buy", PlannedTouchpoint.builder("search").importance(2).build(),
 *         PlannedTouchpoint.builder("pay").importance(5).build()).build();
 * Emotions emotions = Emotions.named("by id", touchpoint -> OptionalDouble.of(Double.parseDouble(touchpoint.id())));
 * ImportancePerformance analysis = ImportancePerformance.metric(map, emotions)
 *         .over(JourneyAssembler.byCustomer().assemble(log));
 * System.out.println(analysis.quadrant("pay") + " " + analysis.quadrant("search"));
 * // -> CONCENTRATE_HERE POSSIBLE_OVERKILL
 * }</pre>
 *
 * @param items the activities of which both are known, in the order of their names
 * @param withoutImportance the activities that customers rated but whose importance is not known, in the order of their names
 */
public record ImportancePerformance(List<Item> items, List<String> withoutImportance) implements Result {

    /** What to do about an activity. */
    public enum Quadrant {
        /** It matters more than others and goes worse. */
        CONCENTRATE_HERE,

        /** It matters more than others and goes as well or better. */
        KEEP_UP_THE_GOOD_WORK,

        /** It matters no more than others and goes worse. */
        LOW_PRIORITY,

        /** It matters no more than others and goes as well or better. */
        POSSIBLE_OVERKILL
    }

    /**
     * One activity.
     *
     * @param activity the activity
     * @param importance stated, 1..5, or derived, -1..+1: all items of an analysis have the same kind
     * @param performance the emotions, -2..+2, one for each journey
     */
    public record Item(String activity, double importance, Moments performance) implements Result {

        /** Throws an {@link IllegalArgumentException} if the importance is not finite or there is no performance. */
        public Item {
            requireNonNull(activity, "activity");
            Require.that(Double.isFinite(importance), () -> "importance " + importance + " is not finite");
            Require.that(performance.n() != 0, () -> "performance of activity " + activity + " is of no journey");
        }

        double meanEmotion() {
            return performance.mean().orElseThrow();
        }

        /** Returns {@code activity}, {@code importance} and {@code performance}. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("activity", activity)
                    .with("importance", importance)
                    .with("performance", performance)
                    .map();
        }
    }

    /** The emotion at an activity in one journey, and the overall score of the journey. */
    private record Rated(String activity, double emotion, double overall) {}

    /** Two values of the same journeys, and their sums, whose spread tells how the two are correlated. */
    private record Link(Moments x, Moments y, Moments sum) {

        private static final int FEWEST = 3;

        /** Returns Pearson's correlation (1895), -1..+1; empty for fewer than three observations or without spread. */
        OptionalDouble correlation() {
            double scale = Math.sqrt(x.squaredDeviations()) * Math.sqrt(y.squaredDeviations());
            if (x.n() < FEWEST || scale == 0) {
                return OptionalDouble.empty();
            }
            double r = (sum.squaredDeviations() - x.squaredDeviations() - y.squaredDeviations()) / (2 * scale);
            return OptionalDouble.of(Math.max(-1, Math.min(1, r)));
        }
    }

    public ImportancePerformance {
        items = List.copyOf(items);
        withoutImportance = List.copyOf(withoutImportance);
    }

    /** Returns the metric with the stated importance of the map, 1..5. Memory grows with the activities, of which 10,000 are allowed. */
    public static Metric<Journey, ImportancePerformance> metric(JourneyMap map, Emotions emotions) {
        requireNonNull(map, "map");
        return performance(emotions, "stated", journey -> OptionalDouble.of(0))
                .then(links -> of(
                        links,
                        (activity, link) -> map.touchpoint(activity)
                                .map(PlannedTouchpoint::importance)
                                .map(importance -> OptionalDouble.of(importance))
                                .orElse(OptionalDouble.empty())));
    }

    /**
     * Returns the metric with derived importance: the correlation, -1..+1, of the emotion at the activity with the overall score of the
     * journey. Journeys without an overall score are excluded. Memory grows with the activities, of which 10,000 are allowed.
     *
     * @param name the name of the overall score, by which it is told from others
     * @param overall the score of a journey, finite; empty if it has none
     */
    public static Metric<Journey, ImportancePerformance> metric(
            Emotions emotions, String name, Fn<? super Journey, OptionalDouble> overall) {
        requireNonNull(name, "name");
        requireNonNull(overall, "overall");
        return performance(emotions, "derived from " + name, overall)
                .then(links -> of(links, (activity, link) -> link.correlation()));
    }

    /** Returns the metric with importance derived from whether the goal was reached; open journeys are excluded. */
    public static Metric<Journey, ImportancePerformance> metric(Emotions emotions, JourneyGoal goal) {
        requireNonNull(goal, "goal");
        return metric(emotions, goal.toString(), journey -> switch (goal.outcome(journey)) {
            case REACHED -> OptionalDouble.of(1);
            case NOT_REACHED -> OptionalDouble.of(0);
            case OPEN -> OptionalDouble.empty();
        });
    }

    private static Metric<Journey, Map<String, Link>> performance(
            Emotions emotions, String importance, Fn<? super Journey, OptionalDouble> overall) {
        requireNonNull(emotions, "emotions");
        Metric<Rated, Moments> emotion = Moments.metric().on(Rated::emotion);
        Metric<Rated, Moments> score = Moments.metric().on(Rated::overall);
        Metric<Rated, Moments> sum = Moments.metric().on(one -> one.emotion() + one.overall());
        Metric<Rated, Link> link = Metric.both(
                Metric.<Rated, Moments, Moments, Link>both(emotion, score, (x, y) -> new Link(x, y, x)),
                sum,
                (both, total) -> new Link(both.x(), both.y(), total));
        return link.by(Rated::activity)
                .then(Segments::each)
                .onEach((Journey journey) -> rated(journey, emotions, overall))
                .named(Definition.of("importance-performance", importance, emotions.name()));
    }

    private static List<Rated> rated(Journey journey, Emotions emotions, Fn<? super Journey, OptionalDouble> overall) {
        List<Rated> pairs = new ArrayList<>();
        OptionalDouble score = overall.apply(journey);
        if (score.isPresent()) {
            Map<String, List<Double>> byActivity = new TreeMap<>();
            ActivityEmotion.in(journey, emotions)
                    .forEach(each -> byActivity
                            .computeIfAbsent(each.activity(), activity -> new ArrayList<>())
                            .add(each.emotion()));
            byActivity.forEach((activity, emotion) -> pairs.add(new Rated(
                    activity,
                    Moments.of(emotion.stream().mapToDouble(Double::doubleValue).toArray())
                            .mean()
                            .orElseThrow(),
                    score.getAsDouble())));
        }
        return pairs;
    }

    private interface Importance {
        OptionalDouble of(String activity, Link link);
    }

    private static ImportancePerformance of(Map<String, Link> links, Importance importance) {
        List<Item> items = new ArrayList<>();
        List<String> without = new ArrayList<>();
        links.forEach((activity, link) -> {
            OptionalDouble known = importance.of(activity, link);
            if (known.isPresent()) {
                items.add(new Item(activity, known.getAsDouble(), link.x()));
            } else {
                without.add(activity);
            }
        });
        return new ImportancePerformance(items, without);
    }

    /** Returns the mean importance, the line between the quadrants; empty if there is no item. */
    public OptionalDouble importanceLine() {
        return Moments.of(items.stream().mapToDouble(Item::importance).toArray())
                .mean();
    }

    /** Returns the mean performance, the line between the quadrants; empty if there is no item. */
    public OptionalDouble performanceLine() {
        return Moments.of(items.stream().mapToDouble(Item::meanEmotion).toArray())
                .mean();
    }

    /** Returns the quadrant of the activity; throws an {@link IllegalArgumentException} if it is none of the items. */
    public Quadrant quadrant(String activity) {
        Item item = items.stream()
                .filter(one -> one.activity().equals(activity))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("activity " + activity + " is none of the items"));
        boolean worse = item.meanEmotion() < performanceLine().orElseThrow();
        if (item.importance() > importanceLine().orElseThrow()) {
            return worse ? Quadrant.CONCENTRATE_HERE : Quadrant.KEEP_UP_THE_GOOD_WORK;
        }
        return worse ? Quadrant.LOW_PRIORITY : Quadrant.POSSIBLE_OVERKILL;
    }

    /** Returns the quadrant of the activity that is named like the type. */
    public Quadrant quadrant(TouchpointType type) {
        return quadrant(type.name());
    }

    private List<Map<String, Object>> placed() {
        return items.stream()
                .map(item -> Document.of(Optional.of(item))
                        .with("quadrant", quadrant(item.activity()))
                        .map())
                .toList();
    }

    /** Returns {@code importanceLine}, {@code performanceLine}, {@code items} with their quadrants, and {@code withoutImportance}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("importanceLine", importanceLine())
                .with("performanceLine", performanceLine())
                .with("items", placed())
                .with("withoutImportance", withoutImportance)
                .map();
    }
}
