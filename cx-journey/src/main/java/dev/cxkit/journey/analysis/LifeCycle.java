package dev.cxkit.journey.analysis;

import static java.util.Objects.requireNonNull;

import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Cadence;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Who was active in a period, by what they were before, and who fell silent. Those active in one period are the returning and the dormant
 * of the next.
 *
 * @param newcomers active for the first time
 * @param returning active also in the period before
 * @param resurrecting active before, but not in the period before
 * @param dormant active in the period before and no more; counted once, in the first silent period. While the period is not over they
 *     may still come
 */
public record LifeCycle(long newcomers, long returning, long resurrecting, long dormant) {

    private static final int WIDTH = 4;

    /** Returns how many were active. */
    public long active() {
        return newcomers + returning + resurrecting;
    }

    /**
     * Returns the metric, from the first period in which anybody was active to that of {@code asOf}, which is not finished unless it ends
     * there; without points if nobody was active. Each journey is one customer, so assemble them by customer and whole. Memory grows with
     * the periods.
     *
     * @param active which touchpoints make a customer active
     * @param asOf up to when touchpoints are seen
     * @throws IllegalArgumentException if {@code asOf} is outside the years 1678..2261
     */
    public static Metric<Journey, Series<LifeCycle>> metric(TouchpointFilter active, Cadence cadence, Instant asOf) {
        requireNonNull(active, "active");
        requireNonNull(cadence, "cadence");
        long until = Nanos.of("asOf", asOf);
        int now = cadence.index(asOf.getEpochSecond());
        Counts counts = new Counts("life cycle(" + active + "," + cadence + "," + asOf + ")", WIDTH);
        return PeriodCounts.metric(counts, journey -> moves(periods(journey, active, cadence, until), now))
                .then(counted -> series(counted, cadence.asOf(asOf)));
    }

    private static TreeSet<Integer> periods(Journey journey, TouchpointFilter active, Cadence cadence, long until) {
        TreeSet<Integer> periods = new TreeSet<>();
        for (int i = 0; i < journey.size() && journey.nanos(i) <= until; i++) {
            if (active.matches(journey, i)) {
                periods.add(cadence.index(Math.floorDiv(journey.nanos(i), Nanos.A_SECOND)));
            }
        }
        return periods;
    }

    private static List<PeriodCounts> moves(TreeSet<Integer> active, int now) {
        List<PeriodCounts> moves = new ArrayList<>();
        for (int period : active) {
            boolean isReturning = active.contains(period - 1);
            boolean isNew = period == active.first();
            moves.add(move(period, isNew ? 0 : isReturning ? 1 : 2));
            if (period < now && !active.contains(period + 1)) {
                moves.add(move(period + 1, 3));
            }
        }
        return moves;
    }

    private static PeriodCounts move(int period, int place) {
        long[] counts = new long[WIDTH];
        counts[place] = 1;
        return new PeriodCounts(period, Counts.row(counts));
    }

    private static Series<LifeCycle> series(Segments<Integer, List<Long>> counted, Cadence cadence) {
        TreeSet<Integer> periods = new TreeSet<>(counted.each().keySet());
        if (periods.isEmpty()) {
            return new Series<>(List.of());
        }
        return Series.of(cadence, periods.first(), periods.last(), period -> {
            List<Long> of = counted.get(period).orElse(List.of(0L, 0L, 0L, 0L));
            return new LifeCycle(of.get(0), of.get(1), of.get(2), of.get(3));
        });
    }
}
