/**
 * Intake: rows of input are validated; valid ones pass, others are rejected by position and reason, and none is lost silently.
 *
 * <p>Start from {@link dev.cxkit.core.intake.Intake}.
 *
 * <p>The checks are those of the values themselves: whatever an {@code of} refuses rejects its row. One warning with the counts is logged.
 *
 * <pre>{@code
 * import dev.cxkit.core.commerce.Money;
 * import dev.cxkit.core.intake.Intake;
 *
 * Intake<Money> intake = Intake.into(amount -> System.out.println(amount));
 * intake.offer(1, () -> Money.of("12.50", "EUR"));
 * intake.offer(2, () -> Money.of("12,50", "EUR"));
 * System.out.println(intake.rejectedRows().get(0).reason());
 * // -> 12.50 EUR
 * // -> amount '12,50' is not a decimal number
 * }</pre>
 */
@NullMarked
package dev.cxkit.core.intake;

import org.jspecify.annotations.NullMarked;
