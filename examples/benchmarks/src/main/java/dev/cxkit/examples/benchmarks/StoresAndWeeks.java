package dev.cxkit.examples.benchmarks;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.filtering;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.teeing;

import dev.cxkit.core.feedback.Scale;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.columns.RatingColumns;
import dev.cxkit.metrics.survey.Csat;
import dev.cxkit.metrics.survey.Distribution;
import dev.cxkit.metrics.survey.Nps;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** NPS and CSAT by store and week, from arrays, from a list of objects, and from a table of DuckDB, whose loading is not counted. */
public class StoresAndWeeks {

    private static final Metric<Response, Segments<String, Series<Scores>>> OF_NUMBERS = byStoreAndWeek(
            Nps.metric((Response response) -> (int) response.nps()),
            Csat.metric(Scale.CSAT, (Response response) -> (int) response.csat()));

    private static final Metric<Response, Segments<String, Series<Scores>>> OF_ANSWERS = byStoreAndWeek(
            Nps.metric().on((Response response) -> Scale.NPS.rate(response.nps())),
            Csat.metric().on((Response response) -> Scale.CSAT.rate(response.csat())));

    private static final Metric<Response, Series<Segments<String, Scores>>> OF_NUMBERS_BY_WEEK = Metric.both(
                    Nps.metric((Response response) -> (int) response.nps()),
                    Csat.metric(Scale.CSAT, (Response response) -> (int) response.csat()),
                    Scores::new)
            .by(Response::store)
            .per(Survey.WEEKLY, Response::at);

    private static Metric<Response, Segments<String, Series<Scores>>> byStoreAndWeek(
            Metric<Response, Nps> nps, Metric<Response, Csat> csat) {
        return Metric.both(nps, csat, Scores::new)
                .per(Survey.WEEKLY, Response::at)
                .by(Response::store);
    }

    /** The answers in arrays. */
    @State(Scope.Benchmark)
    public static class Columns {

        /** How many answers. */
        @Param({"1000000", "10000000"})
        public int rows;

        /** In which order they lie. */
        @Param("TIME")
        public Survey.Order order = Survey.Order.TIME;

        private Survey survey = Survey.of(0, Survey.Order.TIME);

        /** Makes the answers. */
        @Setup
        public void makeAnswers() {
            survey = Survey.of(rows, order);
        }
    }

    /** The answers in a list. */
    @State(Scope.Benchmark)
    public static class Objects {

        /** How many answers. */
        @Param({"1000000", "10000000"})
        public int rows;

        /** In which order they lie. */
        @Param("TIME")
        public Survey.Order order = Survey.Order.TIME;

        private List<Response> responses = List.of();

        /** Makes the answers. */
        @Setup
        public void makeAnswers() {
            responses = Survey.of(rows, order).responses();
        }
    }

    /** Each score by store and week, as the arrays give it. */
    public record Both(Segments<String, Series<Nps>> nps, Segments<String, Series<Csat>> csat) {}

    /** The library, from arrays. */
    @Benchmark
    public Both cxArrays(Columns columns) {
        Survey survey = columns.survey;
        List<Segments<String, Series<Distribution>>> counts = RatingColumns.of(
                        Survey.STORES, survey.stores(), survey.epochSeconds(), Survey.WEEKLY)
                .count(List.of(
                        new RatingColumns.Column(Scale.NPS, survey.nps()),
                        new RatingColumns.Column(Scale.CSAT, survey.csat())));
        return new Both(
                counts.get(0).map(series -> series.map(Nps::of)), counts.get(1).map(series -> series.map(Csat::of)));
    }

    /** The library, from objects that hold their ratings as numbers. */
    @Benchmark
    public Segments<String, Series<Scores>> cxObjects(Objects objects) {
        return OF_NUMBERS.over(objects.responses);
    }

    /** The library, from the same objects, with the weeks around the stores: the slower way round. */
    @Benchmark
    public Series<Segments<String, Scores>> cxWeekByStore(Objects objects) {
        return OF_NUMBERS_BY_WEEK.over(objects.responses);
    }

    /** The library, from objects whose ratings are looked at as answers. */
    @Benchmark
    public Segments<String, Series<Scores>> cxAnswers(Objects objects) {
        return OF_ANSWERS.over(objects.responses);
    }

    /** A stream pipeline of what the JDK brings. */
    @Benchmark
    public Map<String, Map<LocalDate, Tally>> groupingByPipeline(Objects objects) {
        return objects.responses.stream()
                .collect(groupingBy(
                        Response::store,
                        groupingBy(
                                StoresAndWeeks::monday,
                                teeing(
                                        teeing(
                                                counting(),
                                                filtering(response -> response.csat() >= 4, counting()),
                                                (answered, satisfied) -> new Tally(answered, 0, 0, satisfied)),
                                        teeing(
                                                filtering(response -> response.nps() >= 9, counting()),
                                                filtering(response -> response.nps() <= 6, counting()),
                                                (promoters, detractors) -> new Tally(0, promoters, detractors, 0)),
                                        (csat, nps) -> new Tally(
                                                csat.answered(),
                                                nps.promoters(),
                                                nps.detractors(),
                                                csat.satisfied())))));
    }

    private static LocalDate monday(Response response) {
        return LocalDate.ofInstant(response.at(), Survey.ZONE).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Where a hand-written loop counts. */
    record Cell(String store, int week) {}

    /** What a hand-written loop counts. */
    static final class Counts {
        long answered;
        long promoters;
        long detractors;
        long satisfied;
    }

    /** A loop by hand which knows that a week of UTC has always the same length. */
    @Benchmark
    public Map<Cell, Counts> hashMapLoop(Objects objects) {
        Map<Cell, Counts> cells = new HashMap<>();
        for (Response response : objects.responses) {
            int week = (int) ((response.at().getEpochSecond() - Survey.START) / Survey.WEEK);
            Counts counts = cells.computeIfAbsent(new Cell(response.store(), week), cell -> new Counts());
            counts.answered++;
            if (response.nps() >= 9) {
                counts.promoters++;
            } else if (response.nps() <= 6) {
                counts.detractors++;
            }
            if (response.csat() >= 4) {
                counts.satisfied++;
            }
        }
        return cells;
    }

    /** The query as one writes it, on one thread. */
    @Benchmark
    public List<DuckDb.Row> duckDb(DuckDb database) throws SQLException {
        return database.natural(1);
    }

    /** The query as one writes it, on two threads. */
    @Benchmark
    public List<DuckDb.Row> duckDbTwoThreads(DuckDb database) throws SQLException {
        return database.natural(2);
    }

    /** The query tuned by hand, on one thread. */
    @Benchmark
    public List<DuckDb.Row> duckDbTuned(DuckDb database) throws SQLException {
        return database.tuned(1);
    }

    /** The query tuned by hand, on two threads. */
    @Benchmark
    public List<DuckDb.Row> duckDbTunedTwoThreads(DuckDb database) throws SQLException {
        return database.tuned(2);
    }
}
