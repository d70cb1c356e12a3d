package dev.cxkit.examples.benchmarks;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.core.sla.ClockSegment;
import dev.cxkit.journey.attribution.MarkovAttribution;
import dev.cxkit.journey.attribution.RemovalEffect;
import dev.cxkit.journey.funnel.Conversion;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.service.ElapsedTime;
import dev.cxkit.metrics.service.Share;
import dev.cxkit.metrics.survey.Csat;
import dev.cxkit.metrics.survey.Nps;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Times are worth something only if all contenders do the same work: here each runs once, and the answers are compared. */
class BenchmarksTest {

    private record Cell(String store, LocalDate week) {}

    @Test
    void allCountTheSamePromotersAndDetractors() {
        NpsOfBytes benchmark = new NpsOfBytes();
        benchmark.rows = 10_007;
        benchmark.makeScores();

        Nps expected = benchmark.ifElseLoop();
        assertThat(expected.answered()).isEqualTo(10_007);
        assertThat(benchmark.cx()).isEqualTo(expected);
        assertThat(benchmark.intStream()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void allCountTheSameInEachStoreAndWeek(Survey.Order order) throws SQLException {
        StoresAndWeeks benchmark = new StoresAndWeeks();
        StoresAndWeeks.Columns columns = new StoresAndWeeks.Columns();
        columns.rows = 30_000;
        columns.order = order;
        columns.makeAnswers();
        StoresAndWeeks.Objects objects = new StoresAndWeeks.Objects();
        objects.rows = columns.rows;
        objects.order = order;
        objects.makeAnswers();
        DuckDb database = new DuckDb();
        database.rows = columns.rows;
        database.order = order;
        database.load();

        Map<Cell, Tally> expected = ofLoop(benchmark.hashMapLoop(objects));
        assertThat(expected.size()).isGreaterThan(5_000);
        assertThat(expected.values().stream().mapToLong(Tally::answered).sum()).isEqualTo(columns.rows);
        assertThat(ofPipeline(benchmark.groupingByPipeline(objects))).isEqualTo(expected);
        assertThat(ofScores(benchmark.cxObjects(objects))).isEqualTo(expected);
        assertThat(ofScores(benchmark.cxAnswers(objects))).isEqualTo(expected);
        assertThat(ofWeeks(benchmark.cxWeekByStore(objects))).isEqualTo(expected);
        assertThat(ofColumns(benchmark.cxArrays(columns))).isEqualTo(expected);
        assertThat(ofNatural(benchmark.duckDb(database))).isEqualTo(expected);
        assertThat(ofNatural(benchmark.duckDbTwoThreads(database))).isEqualTo(expected);
        assertThat(ofTuned(benchmark.duckDbTuned(database))).isEqualTo(expected);
        assertThat(ofTuned(benchmark.duckDbTunedTwoThreads(database))).isEqualTo(expected);
        database.close();
    }

    @Test
    void exactQuantilesAreEqualAndTheOthersWithinTheirPromises() {
        DurationQuantiles benchmark = new DurationQuantiles();
        benchmark.rows = 50_000;
        benchmark.makeDurations();

        double[] exact = benchmark.arraysSort();
        assertThat(exact).isSorted();
        assertThat(benchmark.cxExact()).containsExactly(exact);
        assertThat(benchmark.cxArray()).containsExactly(benchmark.cx());
        for (int i = 0; i < exact.length; i++) {
            assertThat(benchmark.cx()[i]).isCloseTo(exact[i], Percentage.withPercentage(0.4));
            assertThat(benchmark.hdrHistogram()[i]).isCloseTo(exact[i], Percentage.withPercentage(1));
            // These two promise ranks, and give other values in each run.
            assertThat(benchmark.tDigest()[i]).isCloseTo(exact[i], Percentage.withPercentage(10));
            assertThat(benchmark.kll()[i]).isCloseTo(exact[i], Percentage.withPercentage(80));
        }
    }

    @Test
    void allSeeTheSameGraphAndFunnel() throws SQLException {
        JourneysOfClicks benchmark = new JourneysOfClicks();
        JourneysOfClicks.Touches touches = new JourneysOfClicks.Touches();
        touches.rows = 20_000;
        touches.makeTouchpoints();
        JourneysOfClicks.Assembled assembled = new JourneysOfClicks.Assembled();
        assembled.assemble(touches);
        ClicksInDuckDb database = new ClicksInDuckDb();
        database.rows = touches.rows;
        database.load();

        assertThat(benchmark.cxGraph(assembled).edges())
                .extracting(edge -> edge.from() + " " + edge.to() + " " + edge.count())
                .containsExactlyInAnyOrderElementsOf(benchmark.duckDbGraph(database));
        Conversion conversion = benchmark.cxFunnel(assembled);
        List<String> depths = benchmark.duckDbAsofFunnel(database);
        assertThat(depths).hasSize(5).isEqualTo(benchmark.duckDbNestedFunnel(database));
        for (int step = 5; step >= 1; step--) {
            long deeper = step == 5 ? 0 : conversion.steps().get(step).reached();
            assertThat(depths.get(step - 1))
                    .isEqualTo(step + " " + (conversion.steps().get(step - 1).reached() - deeper));
        }
        assertThat(benchmark.cxFromTouchpoints(touches))
                .containsEntry("graph", benchmark.cxGraph(assembled))
                .containsEntry("funnel", conversion);
        database.close();
    }

    @Test
    void theExactSumsAreEqualAndTheOthersNear() {
        DoubleSums benchmark = new DoubleSums();
        benchmark.rows = 5_000;
        benchmark.makeValues();

        double exact = Arrays.stream(benchmark.values())
                .mapToObj(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
        assertThat(benchmark.cx()).isEqualTo(exact);
        assertThat(benchmark.cxArray()).isEqualTo(exact);
        assertThat(benchmark.doubleSummaryStatistics()).isCloseTo(exact, within(1e-6));
        assertThat(benchmark.naiveLoop()).isCloseTo(exact, within(1e-6));
    }

    static Stream<BusinessTime> lengths() {
        ThreeDays threeDays = new ThreeDays();
        threeDays.rows = 200;
        TenYears tenYears = new TenYears();
        tenYears.rows = 1;
        return Stream.of(threeDays, tenYears);
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void allMeasureTheSameBusinessTimeAndFindItsEnd(BusinessTime benchmark) {
        benchmark.makeIntervals();

        Duration[] expected = benchmark.minuteCounter();
        assertThat(benchmark.dayLoop()).containsExactly(expected);
        assertThat(benchmark.cx()).containsExactly(expected);
        Instant[] due = benchmark.cxDue();
        for (int i = 0; i < due.length; i++) {
            assertThat(HelpDesk.HOURS.elapsed(benchmark.from()[i], due[i])).isEqualTo(expected[i]);
            assertThat(benchmark.cxAnd()[i]).isLessThanOrEqualTo(expected[i]);
            assertThat(benchmark.cxExcept()[i]).isLessThanOrEqualTo(expected[i]);
            assertThat(benchmark.cxOr()[i]).isGreaterThanOrEqualTo(expected[i]);
            assertThat(benchmark.cxExceptDue()[i]).isAfterOrEqualTo(due[i]);
        }
        assertThat(benchmark.cxUntil()).hasSameSizeAs(expected);
    }

    @Test
    void casesHaveTenEventsAndEachMetricOfServiceAnAnswer() {
        Cases cases = new Cases();
        cases.rows = 500;
        cases.makeCases();

        assertThat(cases.all())
                .hasSize(500)
                .allSatisfy(each -> assertThat(each.events()).hasSize(10));
        assertThat(new ServiceMetrics().cx(cases))
                .hasSameSizeAs(ServiceMetrics.all(HelpDesk.AS_OF))
                .hasSizeGreaterThan(40)
                .hasEntrySatisfying(
                        "first resolution time, calendar time",
                        times -> assertThat(((ElapsedTime) times).n()).isGreaterThan(450))
                .hasEntrySatisfying(
                        "attainment of resolution",
                        share ->
                                assertThat(((Share) share).proportion().total()).isGreaterThan(400));
    }

    @Test
    void bothFindTheSameTimeToResolutionOfEachTeam() throws SQLException {
        ResolutionByTeam benchmark = new ResolutionByTeam();
        Cases cases = new Cases();
        cases.rows = 3_000;
        cases.makeCases();
        DuckDbEvents database = new DuckDbEvents();
        database.rows = cases.rows;
        database.load();

        Segments<String, ElapsedTime> expected = benchmark.cx(cases);
        List<DuckDbEvents.Row> rows = benchmark.duckDb(database);
        database.close();
        assertThat(rows)
                .extracting(DuckDbEvents.Row::team)
                .containsExactlyInAnyOrderElementsOf(expected.each().keySet());
        for (DuckDbEvents.Row row : rows) {
            ElapsedTime times = expected.get(row.team()).orElseThrow();
            assertThat(times.cases().asked()).isEqualTo(row.cases());
            assertThat(times.n()).isEqualTo(row.resolved());
            assertThat(times.finished().sum()).isEqualTo(row.seconds());
            if (row.resolved() > 0) {
                assertThat(times.distribution().median().orElseThrow())
                        .isCloseTo(row.median(), Percentage.withPercentage(0.4));
                assertThat(times.distribution().quantile(0.9).orElseThrow())
                        .isCloseTo(row.p90(), Percentage.withPercentage(0.4));
            }
        }
    }

    @Test
    void explanationsAddUpToWhatTheyExplain() {
        Explanations benchmark = new Explanations();
        benchmark.rows = 50;
        benchmark.makeCases();

        assertThat(benchmark.cxThousandEvents()).hasSize(50);
        assertThat(benchmark.cx().stream().flatMap(List::stream))
                .hasSizeGreaterThan(100)
                .allSatisfy(cycle -> assertThat(cycle.segments().stream()
                                .filter(stretch -> stretch.kind() == ClockSegment.Kind.COUNTED)
                                .map(stretch -> stretch.range().length())
                                .reduce(Duration.ZERO, Duration::plus))
                        .isEqualTo(cycle.elapsed()));
    }

    @Test
    void everyOneFindsTheSameRemovalEffects() {
        PathAttribution benchmark = new PathAttribution();
        benchmark.rows = 200;
        benchmark.makePaths();

        List<Map<String, Double>> expected = benchmark.mapsOfTexts();
        List<MarkovAttribution> actual = benchmark.cx();
        assertThat(actual).hasSize(expected.size()).element(0).isEqualTo(benchmark.cxOrder1());
        for (int i = 0; i < actual.size(); i++) {
            Map<String, RemovalEffect> effects = actual.get(i).conversions();
            assertThat(effects).hasSameSizeAs(expected.get(i));
            expected.get(i)
                    .forEach((label, effect) -> assertThat(
                                    requireNonNull(effects.get(label), label).effect())
                            .isCloseTo(effect, within(1e-10)));
        }
    }

    @Test
    void theReportGivesTimesAsMultiplesOfThoseOfTheLibrary() {
        List<Timing> timings = List.of(
                new Timing("Work", "other", 1_000, 6, 7, 24),
                new Timing("Work", "cxArray", 1_000, 1.5, 1.6, 0),
                new Timing("Work", "cx", 1_000, 2, 2.5, 0));

        assertThat(Timing.table("Work", timings))
                .containsExactly(
                        "| Work | rows | fastest ns | median ns | bytes | x cx | x cxArray |",
                        "|---|---:|---:|---:|---:|---:|---:|",
                        "| cxArray | 1,000 | 1.500 | 1.600 | 0.00 | 0.75 | 1.00 |",
                        "| cx | 1,000 | 2.000 | 2.500 | 0.00 | 1.00 | 1.33 |",
                        "| other | 1,000 | 6.000 | 7.000 | 24.00 | 3.00 | 4.00 |");
    }

    @Test
    void theReportSaysHowFarQuantilesAreOffAndHowManySumsThereAre() {
        assertThat(Exactness.ofQuantiles(10_000))
                .hasSize(7)
                .anyMatch(line -> line.startsWith("| cxExact | +0.00 % | +0.00 % | +0.00 % |"));
        assertThat(Exactness.ofSums(10_000)).contains("| cx | 1 |");
    }

    private static Map<Cell, Tally> ofLoop(Map<StoresAndWeeks.Cell, StoresAndWeeks.Counts> cells) {
        Map<Cell, Tally> tallies = new TreeMap<>(BenchmarksTest::compare);
        cells.forEach((cell, counts) -> tallies.put(
                new Cell(cell.store(), week(cell.week())),
                new Tally(counts.answered, counts.promoters, counts.detractors, counts.satisfied)));
        return tallies;
    }

    private static Map<Cell, Tally> ofPipeline(Map<String, Map<LocalDate, Tally>> stores) {
        Map<Cell, Tally> tallies = new TreeMap<>(BenchmarksTest::compare);
        stores.forEach((store, weeks) -> weeks.forEach((week, tally) -> tallies.put(new Cell(store, week), tally)));
        return tallies;
    }

    private static Map<Cell, Tally> ofScores(Segments<String, Series<Scores>> stores) {
        Map<Cell, Tally> tallies = new TreeMap<>(BenchmarksTest::compare);
        stores.each()
                .forEach((store, weeks) -> weeks.points()
                        .forEach(point -> put(
                                tallies,
                                store,
                                point.period().from(),
                                point.value().nps(),
                                point.value().csat())));
        return tallies;
    }

    private static Map<Cell, Tally> ofWeeks(Series<Segments<String, Scores>> weeks) {
        Map<Cell, Tally> tallies = new TreeMap<>(BenchmarksTest::compare);
        weeks.points()
                .forEach(week -> week.value()
                        .each()
                        .forEach((store, scores) ->
                                put(tallies, store, week.period().from(), scores.nps(), scores.csat())));
        return tallies;
    }

    private static Map<Cell, Tally> ofColumns(StoresAndWeeks.Both both) {
        Map<Cell, Tally> tallies = new TreeMap<>(BenchmarksTest::compare);
        both.nps()
                .each()
                .forEach((store, weeks) -> weeks.points().forEach(point -> {
                    Instant from = point.period().from();
                    Csat csat = both.csat()
                            .get(store)
                            .flatMap(series -> series.startingAt(from))
                            .orElseThrow()
                            .value();
                    put(tallies, store, from, point.value(), csat);
                }));
        return tallies;
    }

    /** Weeks without an answer are in a series, but not in what the others give. */
    private static void put(Map<Cell, Tally> tallies, String store, Instant from, Nps nps, Csat csat) {
        assertThat(csat.answered()).isEqualTo(nps.answered());
        if (nps.answered() > 0) {
            tallies.put(
                    new Cell(store, LocalDate.ofInstant(from, Survey.ZONE)),
                    new Tally(nps.answered(), nps.promoters(), nps.detractors(), csat.satisfied()));
        }
    }

    private static Map<Cell, Tally> ofNatural(List<DuckDb.Row> rows) {
        Map<Cell, Tally> tallies = new TreeMap<>(BenchmarksTest::compare);
        rows.forEach(row -> tallies.put(
                new Cell(
                        row.store().toString(),
                        LocalDate.parse(row.week().toString().substring(0, 10))),
                tally(row)));
        return tallies;
    }

    private static Map<Cell, Tally> ofTuned(List<DuckDb.Row> rows) {
        Map<Cell, Tally> tallies = new TreeMap<>(BenchmarksTest::compare);
        rows.forEach(row -> tallies.put(
                new Cell(Survey.STORES.get(((Number) row.store()).intValue()), week(((Number) row.week()).intValue())),
                tally(row)));
        return tallies;
    }

    private static Tally tally(DuckDb.Row row) {
        return new Tally(row.answered(), row.promoters(), row.detractors(), row.satisfied());
    }

    private static LocalDate week(int week) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(Survey.START), Survey.ZONE)
                .plusWeeks(week);
    }

    private static int compare(Cell one, Cell two) {
        int stores = one.store().compareTo(two.store());
        return stores == 0 ? one.week().compareTo(two.week()) : stores;
    }
}
