package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.core.time.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * A time series of the answers of a metric: one for each of consecutive reporting periods. {@index time series}
 *
 * <ul>
 *   <li>An observation counts in the period that holds its instant; periods are half-open.
 *   <li>A period without an observation is there, with the answer to nothing; a day that the zone left out is no period.
 *   <li>The series is empty if there were no observations.
 *   <li>Whether a period is over is known of a {@link Cadence#asOf}; without one the last is taken as unfinished.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.time.Cadence;
 * import dev.cxkit.metrics.Metric;
 * import dev.cxkit.metrics.Series;
 * import java.time.Instant;
 * import java.time.ZoneOffset;
 * import java.util.List;
 *
 * List<Instant> calls = List.of(Instant.parse("2026-03-02T10:00:00Z"), Instant.parse("2026-03-04T08:00:00Z"));
 * Cadence days = Cadence.daily(ZoneOffset.UTC).asOf(Instant.parse("2026-03-04T12:00:00Z"));
 * Series<Long> perDay = Metric.<Instant>count().per(days, at -> at).over(calls);
 * perDay.points().forEach(day ->
 *         System.out.println(day.period().from() + " " + day.value() + (day.finished() ? "" : " so far")));
 * // -> 2026-03-02T00:00:00Z 1
 * // -> 2026-03-03T00:00:00Z 0
 * // -> 2026-03-04T00:00:00Z 1 so far
 * }</pre>
 *
 * @param <R> the answers
 * @param points one for each period, in order of time, without a gap; unmodifiable
 */
public record Series<R>(List<Point<R>> points) implements Result {

    /** 54 years of days or 2 years of hours; more is an instant in the wrong unit. */
    public static final int MOST_PERIODS = 20_000;

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
    public record Point<R>(TimeRange period, R value, boolean finished) implements Result {

        /** Checks that neither the period nor the value is null. */
        public Point {
            requireNonNull(period, "period");
            requireNonNull(value, "value");
        }

        /** Returns {@code from}, {@code to}, {@code finished} and {@code result}. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("from", period.from())
                    .with("to", period.to())
                    .with("finished", finished)
                    .with("result", value)
                    .map();
        }

        @Override
        public String text(int decimals) {
            return period.from() + ": " + Document.text(value, decimals) + (finished ? "" : ", unfinished");
        }
    }

    /**
     * Returns a series from one period of a cadence to another, going on to the period of {@link Cadence#asOf()} if that is later.
     *
     * @param first the number of the first period, from {@link Cadence#index}
     * @param last the number of the last one that has an observation
     * @param value the answer of a period by its number
     * @throws IllegalStateException if the last comes before the first, or there are more than 20,000 of them
     */
    public static <R> Series<R> of(Cadence cadence, int first, int last, IntFunction<? extends R> value) {
        return of(cadence, first, last, 1, value);
    }

    static <R> Series<R> of(Cadence cadence, int first, int last, int window, IntFunction<? extends R> value) {
        Instant asOf = cadence.asOf().orElse(null);
        int end = asOf == null ? last : Math.max(last, cadence.index(asOf.getEpochSecond()));
        if (first > last || (long) end - first >= MOST_PERIODS) {
            throw new IllegalStateException("a series of " + cadence + " from period " + first + " to " + end
                    + " does not have 1.." + MOST_PERIODS + " periods");
        }
        List<Point<R>> points = new ArrayList<>(end - first + 1);
        for (int index = first; index <= end; index++) {
            TimeRange period = cadence.window(index, window);
            boolean over = asOf == null ? index < end : !period.to().isAfter(asOf);
            points.add(new Point<>(period, value.apply(index), over && index - window + 1 >= first));
        }
        return new Series<>(points);
    }

    /** Returns the points as {@code periods}. */
    @Override
    public Map<String, Object> document() {
        return Document.start().with("periods", points).map();
    }

    /** Returns a line for each period; {@code no data} without one. */
    @Override
    public String text(int decimals) {
        return points.isEmpty()
                ? Document.text(Optional.empty(), decimals)
                : points.stream().map(point -> point.text(decimals)).collect(Collectors.joining("\n"));
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
            TimeRange period = TimeRange.of(
                    window.get(0).period().from(),
                    window.get(window.size() - 1).period().to());
            boolean finished = window.size() == periods && points.get(i).finished();
            averaged.add(new Point<>(period, average, finished));
        }
        return new Series<>(averaged);
    }
}
