package dev.cxkit.examples.report.survey;

import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.survey.Csat;
import dev.cxkit.metrics.survey.Distribution;
import dev.cxkit.metrics.survey.Nps;
import dev.cxkit.metrics.survey.Ratings;
import dev.cxkit.metrics.survey.Score;
import dev.cxkit.metrics.survey.WeightedDistribution;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answers to a question, counted and, where there are weights, weighed.
 *
 * @param counts how many gave each value
 * @param weights how much weight each value has, or null without weights
 */
public record Measured(Distribution counts, @Nullable WeightedDistribution weights) implements Result {

    /** Returns the metric of replies on this scale. */
    static Metric<Reply, Measured> metric(Scale scale, boolean weighted) {
        Metric<Reply, Distribution> counts = Distribution.metric(scale).on(Reply::answer);
        return weighted
                ? Metric.both(
                        counts,
                        WeightedDistribution.metricOfAnswers(scale, Reply::answer, Reply::weight),
                        Measured::new)
                : counts.then(distribution -> new Measured(distribution, null));
    }

    /** Returns what scores are shown of: the weights where there are some. */
    public Ratings ratings() {
        return weights == null ? counts : weights;
    }

    /** Returns the score as {@code nps} or {@code favourable}, the distribution, and both as {@code weighted}. */
    @Override
    public Map<String, Object> document() {
        Score score = Headline.of(counts.scale()).score();
        String name = score == Score.NPS ? "nps" : "favourable";
        return Document.start()
                .with(name, score == Score.NPS ? Nps.of(counts) : Csat.of(counts))
                .with("distribution", counts)
                .with(
                        "weighted",
                        weights == null
                                ? null
                                : Document.start()
                                        .with(name, score.of(weights))
                                        .with("distribution", weights)
                                        .map())
                .map();
    }
}
