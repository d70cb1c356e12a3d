package dev.cxkit.core.time;

import static dev.cxkit.core.time.CaseTables.instant;
import static dev.cxkit.core.time.CaseTables.items;
import static dev.cxkit.core.time.CaseTables.read;
import static dev.cxkit.core.time.CaseTables.schedule;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Answers of other calendars: zendesk/biz, bokmann/business_time, Intrepidd/working_hours, rickar/cal, seatgeek/businesstime and
 * fivetran/dbt_zendesk, at the commits that the tables name.
 */
class ScheduleTablesTest {

    /** What the tags of the table of sums stand for; a tag that is not known here is a case that nobody has thought about. */
    private static final Set<String> TAGS =
            Set.of("zero", "negative", "holiday", "start-outside", "boundary", "override", "break", "dst", "zone");

    static Stream<JsonNode> sums() {
        return items(read("business-time-add.json").get("cases"));
    }

    static Stream<JsonNode> differences() {
        return items(read("business-time-between.json").get("cases"));
    }

    static Stream<JsonNode> openPeriods() {
        return items(read("open-periods-dst-workdays.json").get("open_periods"));
    }

    static Stream<JsonNode> localTimes() {
        return items(read("open-periods-dst-workdays.json").get("local_to_instant"));
    }

    private static Set<String> tags(JsonNode one) {
        Set<String> tags = items(one.get("tags")).map(JsonNode::asText).collect(Collectors.toSet());
        assertThat(TAGS).containsAll(tags);
        return tags;
    }

    @Test
    void the_tables_are_whole() {
        assertThat(sums()).hasSize(33);
        assertThat(differences()).hasSize(37);
        assertThat(openPeriods()).hasSize(13);
        assertThat(localTimes()).hasSize(5);
    }

    /** Where calendars differ about a target used up exactly at closing ("boundary"), these answers are the closing time, as ours. */
    @ParameterizedTest
    @MethodSource("sums")
    void adding_open_time(JsonNode one) {
        Schedule schedule = schedule(one.get("calendar"));
        Instant start = instant(one.get("start"));
        Duration amount = Duration.ofSeconds(one.get("add_seconds").asLong());
        Set<String> tags = tags(one);
        assertThat(amount.isZero()).isEqualTo(tags.contains("zero"));
        Optional<Instant> answer;
        if (tags.contains("zero")) {
            answer = tags.contains("negative") ? schedule.lastOpen(start) : schedule.nextOpen(start);
        } else if (tags.contains("negative")) {
            answer = schedule.before(start, amount.negated());
        } else {
            answer = schedule.due(start, amount);
        }
        assertThat(answer).as(one.get("id").asText()).contains(instant(one.get("expected")));
    }

    /** zendesk/biz answers with the next opening, which is an option here. */
    @Test
    void the_next_opening_where_the_target_fills_the_day() {
        JsonNode exact = sums().filter(one -> tags(one).contains("boundary"))
                .filter(one -> one.get("id").asText().equals("add-023"))
                .findFirst()
                .orElseThrow();
        assertThat(schedule(exact.get("calendar"))
                        .dueWhenOpen(
                                instant(exact.get("start")),
                                Duration.ofSeconds(exact.get("add_seconds").asLong())))
                .contains(Instant.parse("2010-12-31T09:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource("differences")
    void open_time_between_two_instants(JsonNode one) {
        tags(one);
        assertThat(schedule(one.get("calendar")).elapsed(instant(one.get("from")), instant(one.get("to"))))
                .as(one.get("id").asText())
                .isEqualTo(Duration.ofSeconds(one.get("expected_seconds").asLong()));
    }

    @ParameterizedTest
    @MethodSource("openPeriods")
    void the_first_open_periods(JsonNode one) {
        assertFirst(schedule(one.get("calendar")), instant(one.get("from")), one.get("first_open_periods"));
    }

    @Test
    void the_first_open_periods_of_two_schedules_at_once() {
        JsonNode both = read("open-periods-dst-workdays.json").get("intersection");
        // The table has the second schedule in the zone of the first, as zendesk/biz reads it.
        assertFirst(
                schedule(both.get("a")).and(schedule(both.get("b"))),
                instant(both.get("from")),
                both.get("first_open_periods_of_intersection"));
    }

    private static void assertFirst(Schedule schedule, Instant from, JsonNode expected) {
        List<TimeRange> ranges = items(expected)
                .map(pair -> TimeRange.of(instant(pair.get(0)), instant(pair.get(1))))
                .toList();
        assertThat(schedule.open(TimeRange.of(from, from.plus(Duration.ofDays(60))))
                        .ranges())
                .startsWith(ranges.toArray(TimeRange[]::new));
    }

    @ParameterizedTest
    @MethodSource("localTimes")
    void local_times_that_do_not_exist_or_come_twice(JsonNode one) {
        ZoneId zone = ZoneId.of(one.get("zone").asText());
        String local = one.get("local").asText();
        LocalDate date = LocalDate.parse(local.substring(0, 10));
        String time = local.substring(11);
        Instant expected = instant(one.get("instant"));
        if (time.equals("24:00")) {
            Schedule evening = Schedule.weekly(zone).with(date, Hours.parse("20:00-24:00"));
            assertThat(evening.lastOpen(expected.plusSeconds(86_400))).contains(expected);
        } else {
            Schedule day = Schedule.weekly(zone).with(date, Hours.parse(time + "-12:00"));
            assertThat(day.nextOpen(expected.minusSeconds(86_400))).contains(expected);
        }
    }

    /**
     * fivetran/dbt_zendesk counts each second under the schedule in force then, Zendesk itself all of them under the last one: the case is
     * tagged "disagreement", and the former is ours. The minutes that its documents print are off by their own rounding; the exact
     * seconds are checked.
     */
    @Test
    void a_schedule_that_changes_while_a_case_is_open() {
        JsonNode scenario = read("two-schedules.json").get("scenarios").get(0);
        assertThat(items(scenario.get("tags")).map(JsonNode::asText)).contains("schedule-change", "disagreement");
        JsonNode weeks = scenario.get("calendar").get("schedules");
        JsonNode events = scenario.get("events");
        Instant created = instant(events.get(0).get("at"));
        Instant changed = instant(events.get(1).get("at"));
        Instant answered = instant(events.get(3).get("at"));
        Schedule first = minutesFromSunday(weeks.get("L1"));
        Schedule second = minutesFromSunday(weeks.get("L2"));
        JsonNode expected = scenario.get("expected");

        assertThat(first.until(changed, second).elapsed(created, answered).toSeconds())
                .isEqualTo(expected.get("first_response_business_seconds_all_schedules_exact")
                        .asLong());
        assertThat(second.elapsed(created, answered).toSeconds())
                .isEqualTo(expected.get("first_response_business_seconds_last_schedule_exact")
                        .asLong());
    }

    private static Schedule minutesFromSunday(JsonNode week) {
        WeeklySchedule schedule = Schedule.weekly(ZoneId.of("UTC"));
        for (JsonNode range : week) {
            int from = range.get(0).asInt();
            int to = range.get(1).asInt();
            assertThat(to - from).as("within a day, be it over midnight").isBetween(1, 1439);
            schedule = schedule.with(
                    DayOfWeek.SUNDAY.plus(from / 1440),
                    Hours.of(LocalTime.ofSecondOfDay(from % 1440 * 60L), LocalTime.ofSecondOfDay(to % 1440 * 60L)));
        }
        return schedule;
    }
}
