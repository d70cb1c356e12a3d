package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.time.TimeRange;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What customers paid, by cohort and interval since their first purchase, in the smallest unit of the currency. A customer is in a cell
 * only once the interval is over.
 *
 * @param cohorts the cohorts that anybody is in, in order of time
 * @param total the sums over all cohorts, from interval 0 on
 */
public record CohortRevenue(List<Row> cohorts, List<Cell> total) {

    /**
     * One cohort.
     *
     * @param period of the first purchase
     * @param finished whether the period is over, so that nobody can join it
     * @param size how many customers there are in it
     * @param cells what they paid, from interval 0 on
     */
    public record Row(TimeRange period, boolean finished, long size, List<Cell> cells) {

        /** Copies the list. */
        public Row {
            requireNonNull(period, "period");
            cells = List.copyOf(cells);
        }
    }

    /**
     * One interval.
     *
     * @param customers those for whom it is over
     * @param first what they paid in interval 0
     * @param retained what they paid in this one; under {@link RetentionMode#ROLLING} in it or later, under
     *     {@link RetentionMode#UNINTERRUPTED} in it if they paid in all before
     * @param cumulative what they paid from interval 0 to the end of this one
     */
    public record Cell(long customers, long first, long retained, long cumulative) {

        /** Returns what is kept of the revenue of interval 0; may be above 1. Empty without such revenue. */
        public OptionalDouble share() {
            return first == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) retained / first);
        }

        /** Returns what a customer has paid by the end of the interval, in the mean; empty without customers. */
        public OptionalDouble perCustomer() {
            return customers == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) cumulative / customers);
        }
    }

    /** Copies the lists. */
    public CohortRevenue {
        cohorts = List.copyOf(cohorts);
        total = List.copyOf(total);
    }
}
