package dev.cxkit.core.intake;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Validates rows of input: valid ones are passed on, others are rejected, counted and listed with position and reason.
 *
 * <p>Each row is offered with its position; a row that makes a value is accepted, one whose value refuses to be made is rejected.
 *
 * <pre>{@code
 * import dev.cxkit.core.feedback.Answer;
 * import dev.cxkit.core.feedback.Scale;
 * import dev.cxkit.core.intake.Intake;
 * import java.util.ArrayList;
 * import java.util.List;
 *
 * double[] scores = {9, 11, 7};
 * List<Answer.Rated> ratings = new ArrayList<>();
 * Intake<Answer.Rated> intake = Intake.into(ratings::add);
 * for (int row = 1; row <= scores.length; row++) {
 *     double score = scores[row - 1];
 *     intake.offer(row, () -> Scale.NPS.rate(score));
 * }
 * intake.finish();
 * System.out.println(intake.accepted() + " accepted, " + intake.rejected() + " rejected");
 * intake.rejectedRows().forEach(row -> System.out.println(row.position() + ": " + row.reason()));
 * // -> 2 accepted, 1 rejected
 * // -> 2: rating 11.0 is outside 0..10 of scale nps
 * }</pre>
 *
 * <p>An intake belongs to one thread.
 *
 * @param <T> what a valid row makes
 */
public final class Intake<T> {

    /** How many rejected rows are listed unless another limit is asked for. */
    public static final int DEFAULT_LISTED = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Consumer<? super T> next;
    private final int mostListed;
    private final boolean strict;
    private final List<RejectedRow> rejectedRows = new ArrayList<>();
    private long accepted;
    private long rejected;

    private Intake(Consumer<? super T> next, int mostListed, boolean strict) {
        this.next = requireNonNull(next, "next");
        this.mostListed = mostListed;
        this.strict = strict;
    }

    /** Returns an intake that passes valid rows on and lists the first {@value #DEFAULT_LISTED} rejected rows. */
    public static <T> Intake<T> into(Consumer<? super T> next) {
        return new Intake<>(next, DEFAULT_LISTED, false);
    }

    /** Returns an intake that passes valid rows on and fails on the first invalid one. */
    public static <T> Intake<T> strict(Consumer<? super T> next) {
        return new Intake<>(next, 0, true);
    }

    /**
     * Returns an intake that passes valid rows on and lists the first rejected rows.
     *
     * @param mostListed how many rejected rows are listed at most; all are counted
     * @throws IllegalArgumentException if the limit is negative
     */
    public static <T> Intake<T> listing(int mostListed, Consumer<? super T> next) {
        Require.that(mostListed >= 0, () -> "mostListed " + mostListed + " is negative");
        return new Intake<>(next, mostListed, false);
    }

    /**
     * Takes a row. What the next step throws is not caught: only the making of the value decides whether the row is valid.
     *
     * @param position where the row stands, as the reader counts
     * @param row makes the value and may throw {@code IllegalArgumentException}, {@code NullPointerException} or
     *     {@code DateTimeException}, which reject the row
     * @return whether the row was valid
     * @throws IllegalArgumentException if the row is invalid and this intake is strict
     */
    public boolean offer(long position, Supplier<? extends T> row) {
        T value;
        try {
            value = requireNonNull(row.get(), "row");
        } catch (IllegalArgumentException | NullPointerException | DateTimeException fault) {
            reject(position, fault);
            return false;
        }
        accepted++;
        next.accept(value);
        return true;
    }

    private void reject(long position, RuntimeException fault) {
        String message = fault.getMessage();
        String reason = message == null ? fault.getClass().getSimpleName() : message;
        if (fault instanceof NullPointerException && !reason.contains(" missing") && !reason.contains(" null")) {
            // The message of such a fault is often nothing but the name of what was not there.
            reason += " is missing";
        }
        if (strict) {
            throw new IllegalArgumentException("row " + position + ": " + reason, fault);
        }
        rejected++;
        if (rejectedRows.size() < mostListed) {
            rejectedRows.add(new RejectedRow(position, reason));
        }
    }

    /** Ends the intake: logs one warning with the counts if rows were rejected, and none of their contents. */
    public void finish() {
        if (rejected > 0) {
            LOG.warn("{} of {} rows were rejected", rejected, accepted + rejected);
        }
    }

    /** Returns how many rows were valid. */
    public long accepted() {
        return accepted;
    }

    /** Returns how many rows were rejected. */
    public long rejected() {
        return rejected;
    }

    /** Returns the first rejected rows, in the order in which they came. */
    public List<RejectedRow> rejectedRows() {
        return List.copyOf(rejectedRows);
    }

    /** Returns what became of the rows so far. */
    public Report report() {
        return new Report(accepted, rejected, rejectedRows);
    }

    /**
     * What became of the rows.
     *
     * @param accepted how many were accepted
     * @param rejected how many were rejected
     * @param rejectedRows the first of them, as many as are listed
     */
    public record Report(long accepted, long rejected, List<RejectedRow> rejectedRows) implements Result {

        /** Copies the list. */
        public Report {
            rejectedRows = List.copyOf(rejectedRows);
        }

        /** Returns the components. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("accepted", accepted)
                    .with("rejected", rejected)
                    .with("rejectedRows", rejectedRows)
                    .map();
        }
    }
}
