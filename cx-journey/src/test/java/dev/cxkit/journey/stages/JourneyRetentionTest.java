package dev.cxkit.journey.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.time.Cadence;
import dev.cxkit.journey.Journey;
import dev.cxkit.journey.SampleTouchpoints;
import dev.cxkit.journey.TouchpointFilter;
import dev.cxkit.metrics.purchase.LifeCycle;
import dev.cxkit.metrics.purchase.RetentionTable;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JourneyRetentionTest {

    private static final Cadence DAYS = Cadence.daily(ZoneOffset.UTC);
    private static final TouchpointFilter START = TouchpointFilter.activities("start");
    private static final TouchpointFilter USE = TouchpointFilter.activities("use");
    private static final Duration DAY = Duration.ofDays(1);

    private static Instant day(double days) {
        return SampleTouchpoints.ZERO.plusSeconds(Math.round(days * 86_400));
    }

    /** Journeys such as {@code start@0 use@1.5}, in days. */
    private static List<Journey> inDays(String... texts) {
        List<Journey> journeys = new ArrayList<>();
        for (String text : texts) {
            StringBuilder seconds = new StringBuilder();
            for (String word : text.split(" ", -1)) {
                String[] parts = word.split("@", -1);
                seconds.append(parts[0])
                        .append('@')
                        .append(Double.parseDouble(parts[1]) * 86_400)
                        .append(' ');
            }
            journeys.add(SampleTouchpoints.journey("c" + journeys.size(), seconds.toString()));
        }
        return journeys;
    }

    private static List<Long> percents(List<RetentionTable.Cell> cells) {
        return cells.stream()
                .map(cell -> Math.round(100 * cell.share().share().orElseThrow()))
                .toList();
    }

    private static List<String> cells(RetentionTable.Row row) {
        return row.cells().stream()
                .map(cell -> cell.retained() + "/" + cell.total()
                        + (cell.isComplete() ? "" : " " + cell.openRetained() + "/" + cell.open()))
                .toList();
    }

    /** In Apia the 30th of December 2011 was left out: the 31st is the day after the 29th, by retention as by life cycles. */
    @Test
    void aDayThatAZoneLeftOutIsNoDay() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        StringBuilder text = new StringBuilder();
        for (String word : List.of("start@2011-12-29T23:00", "use@2011-12-31T12:00", "use@2012-01-01T12:00")) {
            Instant at =
                    LocalDateTime.parse(word.split("@", -1)[1]).atZone(apia).toInstant();
            text.append(word, 0, word.indexOf('@') + 1)
                    .append(at.getEpochSecond() - SampleTouchpoints.ZERO.getEpochSecond())
                    .append(' ');
        }
        List<Journey> journeys = List.of(SampleTouchpoints.journey("c", text.toString()));
        JourneyRetention daily = JourneyRetention.of(
                        START, USE, Cadence.daily(apia), Instant.parse("2012-01-05T00:00:00Z"))
                .upTo(4);
        for (JourneyRetention one : List.of(daily, daily.uninterrupted(), daily.recurringCohorts())) {
            assertThat(one.over(journeys).total().subList(1, 5))
                    .extracting(RetentionTable.Cell::share)
                    .containsExactly(
                            Proportion.of(1, 1), Proportion.of(1, 1), Proportion.of(0, 1), Proportion.of(0, 1));
        }
        assertThat(JourneyLifeCycle.metric(
                                TouchpointFilter.ALL, Cadence.daily(apia), Instant.parse("2012-01-01T00:00:00Z"))
                        .over(journeys)
                        .points())
                .extracting(point -> point.value())
                .containsExactly(new LifeCycle(1, 0, 0, 0), new LifeCycle(0, 1, 0, 0), new LifeCycle(0, 1, 0, 0));
    }

    /** Three of one day return on day 1, on day 5 and never; the table is printed in issue 13748 of PostHog. */
    @Test
    void anExampleInPrintIsMet() {
        List<Journey> journeys = inDays("start@0", "start@0.2 use@1.1", "start@0.5 use@5.9");
        JourneyRetention exact = JourneyRetention.of(START, USE, DAYS, day(9)).upTo(6);
        // In print day 0 has all who started; here that is the size, and interval 0 those who returned on the same day.
        assertThat(exact.over(journeys).size()).isEqualTo(3);
        assertThat(percents(exact.over(journeys).total())).containsExactly(0L, 33L, 0L, 0L, 0L, 33L, 0L);
        assertThat(percents(exact.onOrAfter().over(journeys).total())).containsExactly(0L, 67L, 33L, 33L, 33L, 33L, 0L);
    }

    /** Counted by hand: two visit, and one of them buys on the same day. */
    @Test
    void whoReturnsInIntervalNothingIsCountedApartFromTheSize() {
        RetentionTable table =
                JourneyRetention.of(START, USE, DAYS, day(9)).upTo(1).over(inDays("start@0.1 use@0.4", "start@0.2"));
        assertThat(table.size()).isEqualTo(2);
        assertThat(table.total().get(0).share()).isEqualTo(Proportion.of(1, 2));
        RetentionTable same =
                JourneyRetention.of(USE, USE, DAYS, day(9)).upTo(1).over(inDays("use@0.1", "use@0.2 use@1"));
        assertThat(same.total().get(0).share())
                .as("a start that is a return itself")
                .isEqualTo(Proportion.of(2, 2));
        assertThat(same.total().get(1).share()).isEqualTo(Proportion.of(1, 2));
    }

    @Test
    void calendarDaysGoByMidnightAndIntervalsFromTheStartByTheStart() {
        List<Journey> journeys = inDays("start@0.99 use@1.01 use@2.5");
        JourneyRetention calendar =
                JourneyRetention.of(START, USE, DAYS, day(9)).upTo(3);
        assertThat(cells(calendar.over(journeys).cohorts().get(0))).containsExactly("0/1", "1/1", "1/1", "0/1");
        assertThat(cells(calendar.intervalsFromStart(DAY)
                        .over(journeys)
                        .cohorts()
                        .get(0)))
                .containsExactly("1/1", "1/1", "0/1", "0/1");
        assertThat(cells(calendar.intervalsFromStart(DAY)
                        .over(inDays("start@0.5 use@1.5 use@3.5"))
                        .cohorts()
                        .get(0)))
                .as("a whole unit later is in the next interval")
                .containsExactly("0/1", "1/1", "0/1", "1/1");
    }

    @Test
    void calendarDaysAreThoseOfTheZone() {
        Cadence auckland = Cadence.daily(ZoneId.of("Pacific/Auckland"));
        List<Journey> journeys = inDays("start@0.4 use@0.5");
        JourneyRetention retention =
                JourneyRetention.of(START, USE, auckland, day(9)).upTo(1);
        assertThat(cells(retention.over(journeys).cohorts().get(0)))
                .as("midnight of 6 January in Auckland is 11:00 UTC")
                .containsExactly("0/1", "1/1");
    }

    @Test
    void anIntervalThatIsNotOverIsMarkedAndNotZero() {
        List<Journey> journeys = inDays("start@0 use@1.5", "start@1.25 use@2.3", "start@1.75 use@9");
        RetentionTable table =
                JourneyRetention.of(START, USE, DAYS, day(2.5)).upTo(2).over(journeys);
        assertThat(table.size()).isEqualTo(3);
        assertThat(table.cohorts()).extracting(RetentionTable.Row::finished).containsExactly(true, true);
        assertThat(cells(table.cohorts().get(0))).containsExactly("0/1", "1/1", "0/0 0/1");
        assertThat(cells(table.cohorts().get(1))).containsExactly("0/2", "0/0 1/2", "0/0 0/2");
        assertThat(table.cohorts().get(1).cells().get(1).share().estimate()).isEmpty();
        assertThat(table.total().get(1)).isEqualTo(new RetentionTable.Cell(1, 1, 2, 1));
    }

    @Test
    void anIntervalFromTheStartIsOverForEachCustomerAtAnotherInstant() {
        List<Journey> journeys = inDays("start@0.1 use@1.2", "start@0.9 use@2.1");
        RetentionTable table = JourneyRetention.of(START, USE, DAYS, day(2.1))
                .intervalsFromStart(DAY)
                .upTo(1)
                .over(journeys);
        assertThat(cells(table.cohorts().get(0))).containsExactly("0/2", "1/1 1/1");
        assertThat(JourneyRetention.of(START, USE, DAYS, day(0.5))
                        .upTo(1)
                        .over(journeys)
                        .cohorts()
                        .get(0))
                .as("the cohort of today, of those who started so far")
                .satisfies(today -> assertThat(today.finished()).isFalse())
                .satisfies(today -> assertThat(cells(today)).containsExactly("0/0 0/1", "0/0 0/1"));
    }

    @Test
    void oneIsInTheCohortOfTheFirstStartOrOfEachPeriodWithAStart() {
        List<Journey> journeys = inDays("use@0 start@1 start@1.5 start@2 use@3");
        JourneyRetention first = JourneyRetention.of(START, USE, DAYS, day(9)).upTo(2);
        assertThat(first.over(journeys).cohorts()).hasSize(1);
        assertThat(cells(first.over(journeys).cohorts().get(0))).containsExactly("0/1", "0/1", "1/1");
        RetentionTable recurring = first.recurringCohorts().over(journeys);
        assertThat(recurring.cohorts()).extracting(row -> row.period().from()).containsExactly(day(1), day(2));
        assertThat(cells(recurring.cohorts().get(1))).containsExactly("0/1", "1/1", "0/1");
        assertThat(recurring.size()).isEqualTo(2);
    }

    @Test
    void aShareHasWilsonsInterval() {
        List<Journey> journeys = inDays("start@0", "start@0.2 use@1.1", "start@0.5 use@5.9");
        Estimate estimate = JourneyRetention.of(START, USE, DAYS, day(9))
                .over(journeys)
                .total()
                .get(1)
                .share()
                .estimate()
                .orElseThrow();
        assertThat(estimate).isEqualTo(Proportion.of(1, 3).estimate().orElseThrow());
    }

    @Test
    void nobodyGivesAnEmptyTable() {
        RetentionTable table = JourneyRetention.of(START, USE, DAYS, day(9)).over(inDays("use@0", "start@10"));
        assertThat(table.cohorts()).isEmpty();
        assertThat(table.size()).isZero();
        assertThat(table.total().get(1).share().estimate()).isEmpty();
    }

    /** Random weeks of starts and uses, looked at from some day in them. */
    private static List<Journey> random(Random random) {
        String[] texts = new String[20];
        for (int i = 0; i < texts.length; i++) {
            StringBuilder text = new StringBuilder();
            int size = 1 + random.nextInt(8);
            for (int j = 0; j < size; j++) {
                text.append(random.nextInt(3) == 0 ? "start@" : "use@")
                        .append(random.nextInt(80) / 4.0)
                        .append(' ');
            }
            texts[i] = text.toString().strip();
        }
        return inDays(texts);
    }

    @Property(tries = 50)
    void onOrAfterNeverRisesAndIsNeverBelowExact(@ForAll Random random) {
        List<Journey> journeys = random(random);
        JourneyRetention exact =
                JourneyRetention.of(START, USE, DAYS, day(random.nextInt(25))).upTo(8);
        for (JourneyRetention each :
                List.of(exact, exact.recurringCohorts(), exact.intervalsFromStart(Duration.ofHours(30)))) {
            RetentionTable after = each.onOrAfter().over(journeys);
            RetentionTable on = each.over(journeys);
            for (int row = 0; row < after.cohorts().size(); row++) {
                List<RetentionTable.Cell> cells = after.cohorts().get(row).cells();
                for (int interval = 1; interval < cells.size(); interval++) {
                    RetentionTable.Cell cell = cells.get(interval);
                    RetentionTable.Cell before = cells.get(interval - 1);
                    RetentionTable.Cell alone = on.cohorts().get(row).cells().get(interval);
                    assertThat(cell.retained())
                            .isBetween(
                                    alone.retained(),
                                    interval == 1 ? after.cohorts().get(row).size() : before.retained());
                    assertThat(cell.total() + cell.open())
                            .isEqualTo(after.cohorts().get(row).size());
                }
            }
        }
    }

    @Property(tries = 50)
    void whoeverIsActiveReturnsOrFallsDormant(@ForAll Random random) {
        List<Journey> journeys = random(random);
        var series = JourneyLifeCycle.metric(USE, DAYS, day(random.nextInt(25))).over(journeys);
        long active = 0;
        for (var point : series.points()) {
            LifeCycle here = point.value();
            assertThat(here.returning() + here.dormant()).isEqualTo(active);
            active = here.active();
        }
    }

    @Property(tries = 50)
    void theActiveAreCountedOnceInEachPeriod(@ForAll Random random) {
        List<Journey> journeys = random(random);
        Instant asOf = day(random.nextInt(25));
        long expected = 0;
        for (Journey journey : journeys) {
            TreeSet<Long> days = new TreeSet<>();
            for (int i = 0; i < journey.size(); i++) {
                if (journey.activity(i).equals("use") && !journey.occurredAt(i).isAfter(asOf)) {
                    days.add(Duration.between(SampleTouchpoints.ZERO, journey.occurredAt(i))
                            .toDays());
                }
            }
            expected += days.size();
        }
        assertThat(JourneyLifeCycle.metric(USE, DAYS, asOf).over(journeys).points().stream()
                        .mapToLong(point -> point.value().active())
                        .sum())
                .isEqualTo(expected);
    }

    @Test
    void aCustomerIsNewThenReturningThenDormantOnceAndThenResurrected() {
        var series = JourneyLifeCycle.metric(TouchpointFilter.ALL, DAYS, day(7))
                .over(inDays("use@0 use@1 use@1.5 use@4 use@9"));
        assertThat(series.points())
                .extracting(point -> point.value())
                .containsExactly(
                        new LifeCycle(1, 0, 0, 0),
                        new LifeCycle(0, 1, 0, 0),
                        new LifeCycle(0, 0, 0, 1),
                        new LifeCycle(0, 0, 0, 0),
                        new LifeCycle(0, 0, 1, 0),
                        new LifeCycle(0, 0, 0, 1),
                        new LifeCycle(0, 0, 0, 0),
                        new LifeCycle(0, 0, 0, 0));
        assertThat(series.points()).extracting(point -> point.finished()).endsWith(true, false);
        assertThat(JourneyLifeCycle.metric(TouchpointFilter.ALL, DAYS, day(7))
                        .over(List.of())
                        .points())
                .isEmpty();
    }

    @Test
    void badRulesAreRefused() {
        JourneyRetention retention = JourneyRetention.of(START, USE, DAYS, day(9));
        assertThatThrownBy(() -> retention.upTo(0)).hasMessage("last interval 0 is outside 1..1000");
        assertThatThrownBy(() -> retention.intervalsFromStart(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("interval length PT0S is outside PT0.000000001S..");
        assertThatThrownBy(() -> JourneyRetention.of(START, USE, DAYS, Instant.MAX))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(" is outside 1677-09-21");
        assertThatThrownBy(() -> TouchpointFilter.where(" ", touchpoint -> true))
                .hasMessage("name of touchpoint filter is blank");
        assertThatThrownBy(() -> TouchpointFilter.activities(new String[0]))
                .hasMessage("a filter by activities has at least one");
    }
}
