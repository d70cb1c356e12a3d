package dev.cxkit.metrics.survey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateMetric;
import dev.cxkit.metrics.StateOutput;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps, for each person, the last rating and how often each value was given. */
record RatingsByPerson<T>(
        RepeatAnswers choice,
        Scale scale,
        Fn<? super T, String> person,
        Fn<? super T, Instant> at,
        Fn<? super T, ? extends Answer> answer)
        implements Serializable {

    RatingsByPerson {
        requireNonNull(choice, "choice");
        requireNonNull(scale, "scale");
        requireNonNull(person, "person");
        requireNonNull(at, "at");
        requireNonNull(answer, "answer");
    }

    Metric<T, PersonRatings> metric() {
        return new StateMetric<T, State<T>, PersonRatings>(
                Definition.of("ratings by person", choice, RatingCounts.describe(scale)),
                () -> new State<>(this),
                State::result);
    }

    /** The ratings of one person. */
    private static final class Voice {

        @Nullable
        Instant lastAt;

        int last;
        final long[] counts;

        Voice(int points) {
            counts = new long[points];
        }

        void offer(Instant at, int value) {
            int order = lastAt == null ? 1 : at.compareTo(lastAt);
            if (order > 0 || (order == 0 && value < last)) {
                lastAt = at;
                last = value;
            }
        }

        long given() {
            return Arrays.stream(counts).sum();
        }
    }

    private static final class State<T> implements StateMetric.State<T, State<T>> {

        private final RatingsByPerson<T> metric;
        private final Accumulator<Answer, Distribution> all;
        private final Map<String, Voice> voices = new HashMap<>();

        State(RatingsByPerson<T> metric) {
            this.metric = metric;
            this.all = Distribution.metric(metric.scale).start();
        }

        @Override
        public void add(T observation) {
            Answer given = metric.answer.apply(observation);
            all.add(given);
            if (given instanceof Answer.Rated rated) {
                Voice voice = voice(requireNonNull(metric.person.apply(observation), "person"));
                voice.counts[rated.value() - metric.scale.min()]++;
                voice.offer(requireNonNull(metric.at.apply(observation), "at"), rated.value());
            }
        }

        private Voice voice(String person) {
            return voices.computeIfAbsent(person, key -> new Voice(metric.scale.points()));
        }

        PersonRatings result() {
            Distribution every = all.result();
            double[] weights = switch (metric.choice) {
                case ALL ->
                    every.counts().stream().mapToDouble(Long::doubleValue).toArray();
                case LAST -> last();
                case MEAN -> mean();
            };
            double effective = metric.choice == RepeatAnswers.ALL ? every.answered() : voices.size();
            return new PersonRatings(
                    metric.choice,
                    voices.size(),
                    every.answered(),
                    new WeightedDistribution(
                            metric.scale,
                            Arrays.stream(weights).boxed().toList(),
                            effective,
                            metric.choice == RepeatAnswers.LAST ? voices.size() : every.answered(),
                            every.notApplicable(),
                            every.skipped()));
        }

        private double[] last() {
            double[] counts = new double[metric.scale.points()];
            voices.values().forEach(voice -> counts[voice.last - metric.scale.min()]++);
            return counts;
        }

        /** Counts of persons with equally many answers are added up as whole numbers first, so that no order shows in the sum. */
        private double[] mean() {
            Map<Long, long[]> byNumber = new TreeMap<>();
            voices.values().forEach(voice -> {
                long[] sums = byNumber.computeIfAbsent(voice.given(), number -> new long[voice.counts.length]);
                Arrays.setAll(sums, i -> sums[i] + voice.counts[i]);
            });
            double[] weights = new double[metric.scale.points()];
            byNumber.forEach((number, sums) -> {
                for (int i = 0; i < sums.length; i++) {
                    weights[i] += (double) sums[i] / number;
                }
            });
            return weights;
        }

        @Override
        public void merge(State<T> that) {
            all.merge(that.all);
            that.voices.forEach((person, theirs) -> {
                Voice voice = voice(person);
                for (int i = 0; i < voice.counts.length; i++) {
                    voice.counts[i] = Math.addExact(voice.counts[i], theirs.counts[i]);
                }
                voice.offer(requireNonNull(theirs.lastAt, "at"), theirs.last);
            });
        }

        @Override
        public void write(StateOutput out) {
            out.state(all);
            out.count(voices.size());
            new TreeMap<>(voices).forEach((person, voice) -> {
                out.text(person);
                Instant at = requireNonNull(voice.lastAt, "at");
                out.integer(at.getEpochSecond());
                out.count(at.getNano());
                out.count(voice.last - (long) metric.scale.min());
                out.counts(voice.counts);
            });
        }

        @Override
        public void read(StateInput in) {
            all.merge(in.state(all.metric()));
            int points = metric.scale.points();
            long[] given = new long[points];
            int size = in.size(4 + points);
            String person = null;
            for (int i = 0; i < size; i++) {
                person = in.rising(person, in.text());
                Voice voice = voice(person);
                voice.lastAt = Instant.ofEpochSecond(in.integer(), in.count(999_999_999));
                int last = in.count(points - 1);
                voice.last = last + metric.scale.min();
                long[] counts = in.counts(points);
                in.check(counts.length == points && counts[last] > 0, "a person did not give the last answer");
                System.arraycopy(counts, 0, voice.counts, 0, points);
                Arrays.setAll(given, value -> Math.addExact(given[value], counts[value]));
            }
            in.check(
                    Arrays.stream(given).boxed().toList().equals(all.result().counts()),
                    "the answers are not those of the persons");
        }
    }
}
