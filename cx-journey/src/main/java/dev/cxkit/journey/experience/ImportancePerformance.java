package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Journey;
import dev.cxkit.journey.map.JourneyMap;
import dev.cxkit.journey.map.PlannedTouchpoint;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.stats.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What matters to customers against how well it goes, step by step: importance-performance analysis (Martilla and James, 1977). The lines
 * that part the quadrants are the means over the steps.
 *
 * @param items the steps of which both are known, in the order of their names
 * @param withoutImportance the steps that customers rated but of which no importance is known, in the order of their names
 */
public record ImportancePerformance(List<Item> items, List<String> withoutImportance) {

    /** What to do about a step. */
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
     * One step.
     *
     * @param activity the step
     * @param importance stated, 1..5, or derived, -1..+1: all items of an analysis have the same
     * @param performance what customers felt, -2..+2: for each journey the mean over its touchpoints of the step
     */
    public record Item(String activity, double importance, Moments performance) {

        /** Checks the parts; throws an {@link IllegalArgumentException} if the importance is not finite or nothing was felt. */
        public Item {
            requireNonNull(activity, "step");
            if (!Double.isFinite(importance)) {
                throw new IllegalArgumentException("importance " + importance + " is not finite");
            }
            if (performance.n() == 0) {
                throw new IllegalArgumentException("performance of step " + activity + " is of nothing");
            }
        }

        double meanEmotion() {
            return performance.mean().orElseThrow();
        }
    }

    /** What was felt at a step in one journey, and what the journey came to. */
    private record Rated(String activity, double emotion, double overall) {}

    /** Two values of the same observations, and their sums, whose spread tells how the two go together. */
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

    /** Copies the lists. */
    public ImportancePerformance {
        items = List.copyOf(items);
        withoutImportance = List.copyOf(withoutImportance);
    }

    /** Returns the metric with the importance that the map states, 1..5. Memory grows with the steps, of which 10,000 are allowed. */
    public static Metric<Journey, ImportancePerformance> stated(JourneyMap map, Emotions emotions) {
        requireNonNull(map, "map");
        return performance(emotions, journey -> OptionalDouble.of(0))
                .then(felt -> of(
                        felt,
                        (step, link) -> map.touchpoint(step)
                                .map(PlannedTouchpoint::importance)
                                .map(importance -> OptionalDouble.of(importance))
                                .orElse(OptionalDouble.empty())));
    }

    /**
     * Returns the metric with derived importance: the correlation, -1..+1, of what was felt at the step with the overall score of the
     * journey. It is an association and proves no cause. Journeys without an overall score are left out; a step has no importance where
     * fewer than three journeys rated it or there is no spread. Memory grows with the steps, of which 10,000 are allowed.
     *
     * @param overall the score of a journey, finite
     */
    public static Metric<Journey, ImportancePerformance> derived(
            Emotions emotions, Fn<? super Journey, OptionalDouble> overall) {
        requireNonNull(overall, "overall");
        return performance(emotions, overall).then(felt -> of(felt, (step, link) -> link.correlation()));
    }

    /** Returns the metric with importance derived from whether the goal was reached; open journeys are left out. */
    public static Metric<Journey, ImportancePerformance> derived(Emotions emotions, JourneyGoal goal) {
        requireNonNull(goal, "goal");
        return derived(emotions, journey -> switch (goal.outcome(journey)) {
            case REACHED -> OptionalDouble.of(1);
            case NOT_REACHED -> OptionalDouble.of(0);
            case OPEN -> OptionalDouble.empty();
        });
    }

    private static Metric<Journey, Map<String, Link>> performance(
            Emotions emotions, Fn<? super Journey, OptionalDouble> overall) {
        requireNonNull(emotions, "emotions");
        Metric<Rated, Moments> felt = Moments.metric().on(Rated::emotion);
        Metric<Rated, Moments> score = Moments.metric().on(Rated::overall);
        Metric<Rated, Moments> sum = Moments.metric().on(one -> one.emotion() + one.overall());
        Metric<Rated, Link> link = Metric.both(
                Metric.<Rated, Moments, Moments, Link>both(felt, score, (x, y) -> new Link(x, y, x)),
                sum,
                (both, total) -> new Link(both.x(), both.y(), total));
        return link.by(Rated::activity).then(Segments::each).onEach(journey -> rated(journey, emotions, overall));
    }

    private static List<Rated> rated(Journey journey, Emotions emotions, Fn<? super Journey, OptionalDouble> overall) {
        List<Rated> pairs = new ArrayList<>();
        OptionalDouble score = overall.apply(journey);
        if (score.isPresent()) {
            Map<String, List<Double>> steps = new TreeMap<>();
            ActivityEmotion.in(journey, emotions)
                    .forEach(felt -> steps.computeIfAbsent(felt.activity(), step -> new ArrayList<>())
                            .add(felt.emotion()));
            steps.forEach((step, emotion) -> pairs.add(new Rated(
                    step,
                    Moments.of(emotion.stream().mapToDouble(Double::doubleValue).toArray())
                            .mean()
                            .orElseThrow(),
                    score.getAsDouble())));
        }
        return pairs;
    }

    private interface Importance {
        OptionalDouble of(String step, Link link);
    }

    private static ImportancePerformance of(Map<String, Link> felt, Importance importance) {
        List<Item> items = new ArrayList<>();
        List<String> unplaced = new ArrayList<>();
        felt.forEach((step, link) -> {
            OptionalDouble known = importance.of(step, link);
            if (known.isPresent()) {
                items.add(new Item(step, known.getAsDouble(), link.x()));
            } else {
                unplaced.add(step);
            }
        });
        return new ImportancePerformance(items, unplaced);
    }

    /** Returns the mean importance, which parts the quadrants; empty if there is no item. */
    public OptionalDouble importanceLine() {
        return Moments.of(items.stream().mapToDouble(Item::importance).toArray())
                .mean();
    }

    /** Returns the mean performance, which parts the quadrants; empty if there is no item. */
    public OptionalDouble performanceLine() {
        return Moments.of(items.stream().mapToDouble(Item::meanEmotion).toArray())
                .mean();
    }

    /** Returns the quadrant of the step; throws an {@link IllegalArgumentException} if it is none of the items. */
    public Quadrant quadrant(String step) {
        Item item = items.stream()
                .filter(one -> one.activity().equals(step))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("step " + step + " is none of the items"));
        boolean worse = item.meanEmotion() < performanceLine().orElseThrow();
        if (item.importance() > importanceLine().orElseThrow()) {
            return worse ? Quadrant.CONCENTRATE_HERE : Quadrant.KEEP_UP_THE_GOOD_WORK;
        }
        return worse ? Quadrant.LOW_PRIORITY : Quadrant.POSSIBLE_OVERKILL;
    }
}
