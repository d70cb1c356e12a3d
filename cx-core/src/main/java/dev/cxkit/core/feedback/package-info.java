/**
 * Feedback: what customers say in surveys, reviews and ratings, and what they were asked and did not answer.
 *
 * <p>Start from {@link dev.cxkit.core.feedback.Feedback}, which holds an {@link dev.cxkit.core.feedback.Answer} for each question that was
 * asked, and from {@link dev.cxkit.core.feedback.Scale}.
 *
 * <p>A rating carries its scale, so that ratings of two scales are never taken for one. Words of customers and their ids stay out of
 * {@code toString}. Scores over many are metrics of cx-metrics.
 *
 * <pre>{@code
 * import dev.cxkit.core.feedback.Answer;
 * import dev.cxkit.core.feedback.Scale;
 *
 * Answer.Rated rated = Scale.CSAT.rate(4);
 * System.out.println(rated.band() + ", 1 to " + rated.scale().max());
 * // -> FAVOURABLE, 1 to 5
 * }</pre>
 */
@NullMarked
package dev.cxkit.core.feedback;

import org.jspecify.annotations.NullMarked;
