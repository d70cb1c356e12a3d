package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.time.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The answers of a metric over consecutive periods. Periods without an observation are there, with the answer to nothing.
 *
 * @param <R> the answers
 * @param points one for each period, in order of time, without a gap; unmodifiable
 */
public record Series<R>(List<Point<R>> points) {

    /** Copies the list. */
    public Series {
        points = List.copyOf(points);
    }

    /**
     * One period and its answer.
     *
     * @param <R> the answer
     * @param period the period
     * @param value the answer for what was observed in it
     * @param finished whether the period is known to be over; for a rolling window also that it begins no earlier than the series
     */
    public record Point<R>(Period period, R value, boolean finished) {

        /** Checks the parts. */
        public Point {
            requireNonNull(period, "period");
            requireNonNull(value, "value");
        }
    }

    /** Returns the point whose period begins at the instant; empty if there is none. */
    public Optional<Point<R>> startingAt(Instant from) {
        return points.stream()
                .filter(point -> point.period().from().equals(from))
                .findFirst();
    }

    /** Returns the same periods with each answer replaced. */
    public <S> Series<S> map(Function<? super R, ? extends S> change) {
        List<Point<S>> mapped = new ArrayList<>(points.size());
        points.forEach(point -> mapped.add(new Point<>(point.period(), change.apply(point.value()), point.finished())));
        return new Series<>(mapped);
    }

    /**
     * Returns the plain mean of the values of the last {@code periods} periods at each point, where periods without a value do not
     * count. Each period weighs the same however few observations it had, so it differs from {@link Metric#rolling}, which looks at
     * the raw observations: it is here for those who have to match a figure made that way.
     *
     * @param periods the length of the window, at least 1
     * @param value the value of a period, empty if it has none
     * @throws IllegalArgumentException if {@code periods} is below 1
     */
    public Series<OptionalDouble> averageOfPeriods(int periods, Function<? super R, OptionalDouble> value) {
        if (periods < 1) {
            throw new IllegalArgumentException("window of " + periods + " periods is below 1");
        }
        List<Point<OptionalDouble>> averaged = new ArrayList<>(points.size());
        for (int i = 0; i < points.size(); i++) {
            List<Point<R>> window = points.subList(Math.max(0, i + 1 - periods), i + 1);
            OptionalDouble average = window.stream()
                    .map(point -> value.apply(point.value()))
                    .flatMapToDouble(OptionalDouble::stream)
                    .average();
            Period period = Period.of(
                    window.get(0).period().from(),
                    window.get(window.size() - 1).period().to());
            boolean finished = window.size() == periods && points.get(i).finished();
            averaged.add(new Point<>(period, average, finished));
        }
        return new Series<>(averaged);
    }
}
