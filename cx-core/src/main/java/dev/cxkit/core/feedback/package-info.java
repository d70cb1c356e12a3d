/**
 * What customers say: ratings on scales, choices, words, and the answers they did not give.
 *
 * <p>A {@link dev.cxkit.core.feedback.Feedback} holds an {@link dev.cxkit.core.feedback.Answer} for each question that was
 * asked. A rating carries its {@link dev.cxkit.core.feedback.Scale}, so that ratings of two scales are never taken for
 * one. Values of this package are immutable, safe for many threads and equal by value; words of customers and their ids
 * stay out of {@code toString}. Their JSON is the same text on Jackson 2 (from 2.18) and Jackson 3; properties that a
 * known type does not have are passed over.
 */
@NullMarked
package dev.cxkit.core.feedback;

import org.jspecify.annotations.NullMarked;
