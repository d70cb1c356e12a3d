package dev.cxkit.metrics.survey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ratings with one vote per person: several answers of one respondent counted all, last only, or as their mean.
 *
 * <p>For a window, ask it per period or rolling: {@code PersonRatings.metric(...).per(Cadence.monthly(zone), at)} has one vote for each
 * person and month.
 *
 * @param choice what several answers count
 * @param persons how many persons gave a rating
 * @param ratings how many ratings they gave
 * @param distribution what is counted of them
 */
public record PersonRatings(RepeatAnswers choice, long persons, long ratings, WeightedDistribution distribution)
        implements Result {

    public PersonRatings {
        requireNonNull(choice, "choice");
        requireNonNull(distribution, "distribution");
    }

    /** Returns the metric with {@link RepeatAnswers#LAST}, as {@link #metric(RepeatAnswers, Scale, Fn, Fn, Fn)}. */
    public static <T> Metric<T, PersonRatings> metric(
            Scale scale,
            Fn<? super T, String> person,
            Fn<? super T, Instant> at,
            Fn<? super T, ? extends @Nullable Integer> value) {
        return metric(RepeatAnswers.LAST, scale, person, at, value);
    }

    /**
     * Returns the metric with this choice, of values on the scale that the host holds as plain numbers, as {@link #metricOfAnswers}.
     *
     * @param value the value that was given, null for a question left open
     */
    public static <T> Metric<T, PersonRatings> metric(
            RepeatAnswers choice,
            Scale scale,
            Fn<? super T, String> person,
            Fn<? super T, Instant> at,
            Fn<? super T, ? extends @Nullable Integer> value) {
        return metricOfAnswers(choice, scale, person, at, RatingCounts.answers(scale, value));
    }

    /**
     * Returns the metric with this choice. Skipped and not applicable answers are counted apart, and do not replace a rating. Memory:
     * the last rating of each person and how often that person gave each value, so it grows with the persons.
     *
     * @param person who answered, never null: an anonymous answer needs an id of its own, such as that of the response
     * @param at when
     * @param answer what
     */
    public static <T> Metric<T, PersonRatings> metricOfAnswers(
            RepeatAnswers choice,
            Scale scale,
            Fn<? super T, String> person,
            Fn<? super T, Instant> at,
            Fn<? super T, ? extends Answer> answer) {
        return new RatingsByPerson<>(choice, scale, person, at, answer).metric();
    }

    /** Returns how many ratings are excluded because another one of the person counts instead; 0 unless {@link RepeatAnswers#LAST}. */
    public long superseded() {
        return choice == RepeatAnswers.LAST ? ratings - persons : 0;
    }

    /** Returns the counts, the distribution and which answers of a person count. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("persons", persons)
                .with("ratings", ratings)
                .with("superseded", superseded())
                .with("distribution", distribution)
                .with("choice", choice)
                .map();
    }
}
