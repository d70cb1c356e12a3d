package dev.cxkit.core.intake;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gate between a reader of many rows and what is done with them. Each row is offered with its position; a row that makes
 * a value is passed on, a row that its value refuses is counted and, up to a limit, listed.
 *
 * <pre>{@code
 * List<Rated> ratings = new ArrayList<>();
 * Intake<Rated> intake = Intake.into(ratings::add);
 * for (int row = 1; row <= scores.length; row++) {
 *     double score = scores[row - 1];
 *     intake.offer(row, () -> Scale.NPS.rate(score));
 * }
 * intake.finish();
 * }</pre>
 *
 * <p>An intake belongs to one thread.
 *
 * @param <T> what a good row makes
 */
public final class Intake<T> {

    /** How many refusals are listed unless another limit is asked for. */
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

    /** Returns an intake that passes good rows on and lists the first {@value #DEFAULT_LISTED} refusals. */
    public static <T> Intake<T> into(Consumer<? super T> next) {
        return new Intake<>(next, DEFAULT_LISTED, false);
    }

    /** Returns an intake that passes good rows on and fails on the first bad one. */
    public static <T> Intake<T> strict(Consumer<? super T> next) {
        return new Intake<>(next, 0, true);
    }

    /**
     * Returns an intake that passes good rows on and lists the first refusals.
     *
     * @param mostListed how many refusals are listed at most; all are counted
     * @throws IllegalArgumentException if the limit is negative
     */
    public static <T> Intake<T> listing(int mostListed, Consumer<? super T> next) {
        if (mostListed < 0) {
            throw new IllegalArgumentException("mostListed " + mostListed + " is negative");
        }
        return new Intake<>(next, mostListed, false);
    }

    /**
     * Takes a row. What the next step throws is not caught: only the making of the value decides whether the row is good.
     *
     * @param position where the row stands, as the reader counts
     * @param row makes the value and may throw {@code IllegalArgumentException}, {@code NullPointerException} or
     *     {@code DateTimeException}, which refuse the row
     * @return whether the row was good
     * @throws IllegalArgumentException if the row is bad and this intake is strict
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
        if (fault instanceof NullPointerException) {
            // The message of such a fault is the name of what was not there.
            reason = "missing: " + reason;
        }
        if (strict) {
            throw new IllegalArgumentException("row " + position + ": " + reason, fault);
        }
        rejected++;
        if (rejectedRows.size() < mostListed) {
            rejectedRows.add(new RejectedRow(position, reason));
        }
    }

    /** Ends the intake: logs one warning with the counts if rows were refused, and none of their contents. */
    public void finish() {
        if (rejected > 0) {
            LOG.warn("{} of {} rows were refused", rejected, accepted + rejected);
        }
    }

    /** Returns how many rows were good. */
    public long accepted() {
        return accepted;
    }

    /** Returns how many rows were refused. */
    public long rejected() {
        return rejected;
    }

    /** Returns the first refusals, in the order in which they came. */
    public List<RejectedRow> rejectedRows() {
        return List.copyOf(rejectedRows);
    }
}
