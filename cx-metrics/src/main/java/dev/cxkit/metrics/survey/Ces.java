package dev.cxkit.metrics.survey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Estimate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@index "Customer Effort Score"}: share of those who found it easy, mean, or net score of effort ratings.
 *
 * <ul>
 *   <li>Three numbers have that name, and two scales that point in opposite directions: so the form and the scale are part of the result.
 *   <li>Counted: every rating of the scale. In no denominator: skipped and not applicable answers.
 *   <li>Empty without ratings.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.feedback.Scale;
 * import dev.cxkit.metrics.survey.Ces;
 * import dev.cxkit.metrics.survey.CesForm;
 * import dev.cxkit.metrics.survey.Distribution;
 *
 * Distribution ratings = Distribution.ofCounts(Scale.CES, 2, 1, 3, 4, 9, 14, 7); // how many gave 1, 2, ... 7
 * Ces easy = new Ces(CesForm.EASY, ratings);
 * System.out.println(easy.estimate().orElseThrow().text(3));
 * System.out.println(easy.as(CesForm.MEAN).estimate().orElseThrow().text(2));
 * System.out.println(easy.as(CesForm.NET).estimate().orElseThrow().text(1));
 * // -> 0.750 (0.598 to 0.858 at 95 %, n 40)
 * // -> 5.18 (4.67 to 5.68 at 95 %, n 40)
 * // -> 60.0 (33.4 to 78.2 at 95 %, n 40)
 * }</pre>
 *
 * @param form which of the three
 * @param ratings the ratings it is made from, on {@link Scale#CES}, {@link Scale#CES_EFFORT} or a scale of the host
 */
public record Ces(CesForm form, Distribution ratings) implements Result, Difference.Contrast<Ces> {

    public Ces {
        requireNonNull(form, "form");
        requireNonNull(ratings, "ratings");
    }

    /** Returns the metric of {@link CesForm#EASY} on {@link Scale#CES}: "they made it easy", 1 to 7. */
    public static Metric<Answer, Ces> metric() {
        return metric(Scale.CES, CesForm.EASY);
    }

    /** Returns the metric of this form on this scale. */
    public static Metric<Answer, Ces> metric(Scale scale, CesForm form) {
        requireNonNull(form, "form");
        return Distribution.metric(scale).then(ratings -> new Ces(form, ratings));
    }

    /** Returns the metric of this form, of values on this scale that the host holds as plain numbers; null is a question left open. */
    public static <T> Metric<T, Ces> metric(
            Scale scale, CesForm form, Fn<? super T, ? extends @Nullable Integer> value) {
        requireNonNull(form, "form");
        return Distribution.<T>metric(scale, value).then(ratings -> new Ces(form, ratings));
    }

    /**
     * Returns this score less the other, in the unit that {@link CesForm} says; empty where {@link Score#difference} is.
     *
     * @throws IllegalArgumentException if the forms or the scales differ
     */
    @Override
    public Optional<Difference> minus(Ces other) {
        Require.that(form == other.form, () -> "form " + form + " is not compared with " + other.form);
        return form.difference(ratings, other.ratings, Estimate.DEFAULT_LEVEL);
    }

    /** Returns the score in this form, in the unit that {@link CesForm} says; empty without answers. */
    public Optional<Estimate> estimate() {
        return form.of(ratings, Estimate.DEFAULT_LEVEL);
    }

    /** Returns the score of the same ratings in another form. */
    public Ces as(CesForm other) {
        return new Ces(other, ratings);
    }

    /** Returns the score with its interval, the form and the ratings. */
    @Override
    public Map<String, Object> document() {
        return Document.of(estimate())
                .with("form", form)
                .with("ratings", ratings)
                .map();
    }

    /** Returns the {@link #text} with two decimals. */
    @Override
    public String toString() {
        return text(2);
    }
}
