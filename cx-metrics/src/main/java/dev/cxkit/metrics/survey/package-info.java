/**
 * Survey research: NPS, CSAT, CES and other scores of ratings, their change, weights, response funnel and small-cell suppression.
 *
 * <p>Start from {@link dev.cxkit.metrics.survey.Nps}, {@link dev.cxkit.metrics.survey.Csat} and {@link dev.cxkit.metrics.survey.Ces}; from
 * {@link dev.cxkit.metrics.survey.Distribution} for the counts of any scale, of which {@link dev.cxkit.metrics.survey.Score} makes scores;
 * {@link dev.cxkit.metrics.survey.Change} says why a score moved, {@link dev.cxkit.metrics.survey.ResponseFunnel} who answered at all.
 *
 * <p>To know: ratings of two scales never mix; skipped and not applicable answers are counted, but in no denominator; what may be
 * shown of small groups is decided by {@link dev.cxkit.metrics.survey.MinimumGroup}.
 *
 * <pre>{@code
 * import dev.cxkit.metrics.survey.Nps;
 * import java.util.List;
 *
 * record Reply(String plan, int score) {}
 * var replies = List.of(
 *         new Reply("basic", 9), new Reply("basic", 6), new Reply("basic", 7), new Reply("basic", 3),
 *         new Reply("pro", 10), new Reply("pro", 9), new Reply("pro", 8), new Reply("pro", 5));
 * Nps.metric(Reply::score).by(Reply::plan).over(replies).each()
 *         .forEach((plan, nps) -> System.out.println(plan + " " + nps.estimate().orElseThrow().text(1)));
 * // -> basic -25.0 (-72.7 to 44.2 at 95 %, n 4)
 * // -> pro 25.0 (-44.2 to 72.7 at 95 %, n 4)
 * }</pre>
 */
@NullMarked
package dev.cxkit.metrics.survey;

import org.jspecify.annotations.NullMarked;
