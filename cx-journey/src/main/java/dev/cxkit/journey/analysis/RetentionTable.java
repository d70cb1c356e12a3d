package dev.cxkit.journey.analysis;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.time.Period;
import dev.cxkit.metrics.stats.Proportion;
import java.util.List;

/**
 * Who came back, by cohort and interval; the answer of a {@link Retention}.
 *
 * @param cohorts the cohorts that anybody is in, in order of time
 * @param size how many there are in all of them; under {@link Retention.Cohort#RECURRING} one may be in several
 * @param total the sums over all cohorts, from interval 0 on
 */
public record RetentionTable(List<Row> cohorts, long size, List<Cell> total) {

    /**
     * One cohort.
     *
     * @param period in which it started
     * @param finished whether the period is over, so that nobody can join it
     * @param size how many there are in it
     * @param cells what became of them, from interval 0 on
     */
    public record Row(Period period, boolean finished, long size, List<Cell> cells) {

        /** Copies the list. */
        public Row {
            requireNonNull(period, "period");
            cells = List.copyOf(cells);
        }
    }

    /**
     * One interval.
     *
     * @param of those for whom it is over; all in interval 0
     * @param returned how many of these came back
     * @param open those for whom it is not over
     * @param openReturned how many of these have come back already
     */
    public record Cell(long of, long returned, long open, long openReturned) {

        /** Returns whether the interval is over for everybody. */
        public boolean isComplete() {
            return open == 0;
        }

        /** Returns the share of those for whom it is over who came back, with Wilson's interval in its estimate. */
        public Proportion share() {
            return Proportion.of(returned, of);
        }
    }

    /** Copies the lists. */
    public RetentionTable {
        cohorts = List.copyOf(cohorts);
        total = List.copyOf(total);
    }
}
