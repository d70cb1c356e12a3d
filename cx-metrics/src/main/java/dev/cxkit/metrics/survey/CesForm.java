package dev.cxkit.metrics.survey;

import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Estimate;
import java.util.Optional;

/** Forms of the Customer Effort Score: share of easy, mean, net. */
public enum CesForm {

    /** The share of those who found it easy, 0..1: 5 to 7 of 1 to 7, or 1 and 2 of 1 to 5 where effort is asked. The default. */
    EASY(Score.FAVOURABLE),

    /** The mean in points of the scale, whose direction says whether high is good. */
    MEAN(Score.MEAN),

    /** Percentage of easy less percentage of hard, in points, -100..100. */
    NET(Score.NET);

    private final Score score;

    CesForm(Score score) {
        this.score = score;
    }

    /** Returns the effort score of the ratings in this form, with its confidence interval; empty without ratings. */
    public Optional<Estimate> of(Ratings ratings, double level) {
        return score.of(ratings, level);
    }

    Optional<Difference> difference(Ratings first, Ratings second, double level) {
        return score.difference(first, second, level);
    }
}
