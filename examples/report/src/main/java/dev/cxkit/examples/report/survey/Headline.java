package dev.cxkit.examples.report.survey;

import dev.cxkit.core.feedback.Scale;
import dev.cxkit.examples.report.text.Unit;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.survey.Ratings;
import dev.cxkit.metrics.survey.Score;
import java.util.Optional;

/**
 * The number that a question is known by.
 *
 * @param score the score
 * @param name what the field calls it
 * @param meaning what it counts, for those who do not know the name
 * @param unit how it is written
 */
public record Headline(Score score, String name, String meaning, Unit unit) {

    /** Returns the Net Promoter Score where the scale has one, and the share of favourable ratings of any other. */
    public static Headline of(Scale scale) {
        if (scale.equals(Scale.NPS)) {
            return new Headline(
                    Score.NPS, "NPS", "percentage of promoters (9, 10) less that of detractors (0 to 6)", Unit.POINTS);
        }
        String values = favourable(scale);
        if (scale.equals(Scale.CES)) {
            return share("Easy", "share of those who found it easy (" + values + ")");
        } else if (scale.equals(Scale.CES_EFFORT)) {
            return share("Low effort", "share of those with little effort (" + values + ")");
        } else if (scale.equals(Scale.CSAT) || scale.equals(Scale.CSAT_YES_NO)) {
            return share("Satisfied", "share of the satisfied (" + values + ")");
        }
        return share("Favourable", "share of favourable ratings (" + values + ")");
    }

    private static Headline share(String name, String meaning) {
        return new Headline(Score.FAVOURABLE, name, meaning, Unit.SHARE);
    }

    private static String favourable(Scale scale) {
        int from = scale.higherIsBetter() ? scale.highFrom() : scale.min();
        int to = scale.higherIsBetter() ? scale.max() : scale.lowTo();
        return from == to ? "" + from : from + " to " + to;
    }

    /** Returns the score of the ratings; empty without ratings. */
    public Optional<Estimate> estimate(Ratings ratings) {
        return score.of(ratings);
    }
}
