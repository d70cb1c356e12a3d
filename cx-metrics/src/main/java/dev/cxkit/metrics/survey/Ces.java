package dev.cxkit.metrics.survey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.stats.Estimate;
import java.util.Optional;

/**
 * Customer Effort Score. Three numbers have that name, and two scales that point in opposite directions: so the form and the scale are
 * part of the result.
 *
 * @param form which of the three
 * @param ratings the ratings it is made from, on {@link Scale#CES}, {@link Scale#CES_EFFORT} or a scale of the host
 */
public record Ces(CesForm form, Distribution ratings) {

    /** Checks the parts. */
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

    /** Returns the score in this form, in the unit that {@link CesForm} says; empty without answers. */
    public Optional<Estimate> estimate() {
        return form.of(ratings, Estimate.DEFAULT_LEVEL);
    }

    /** Returns the score of the same ratings in another form. */
    public Ces as(CesForm other) {
        return new Ces(other, ratings);
    }
}
