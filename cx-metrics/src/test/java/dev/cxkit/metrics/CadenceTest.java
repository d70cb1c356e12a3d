package dev.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.time.Cadence;
import dev.cxkit.core.time.TimeRange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CadenceTest {

    private static final ZoneId[] ZONES = {
        ZoneId.of("UTC"),
        ZoneId.of("Europe/Berlin"),
        ZoneId.of("America/Sao_Paulo"),
        ZoneId.of("Asia/Kathmandu"),
        ZoneId.of("Pacific/Apia"),
        ZoneId.of("Africa/Cairo")
    };

    /** The oracle is java.time, asked for each instant anew. */
    @Property(tries = 2000)
    void periodsAreThoseOfTheCalendar(
            @ForAll @LongRange(min = -2_208_988_800L, max = 4_102_444_800L) long second,
            @ForAll @LongRange(min = 0, max = 5) long zoneIndex) {
        ZoneId zone = ZONES[(int) zoneIndex];
        Instant instant = Instant.ofEpochSecond(second);
        LocalDate date = instant.atZone(zone).toLocalDate();
        LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        YearMonth month = YearMonth.from(date);

        assertPeriod(Cadence.daily(zone), instant, zone, date, date.plusDays(1));
        assertPeriod(Cadence.weekly(zone), instant, zone, monday, monday.plusWeeks(1));
        assertPeriod(
                Cadence.monthly(zone),
                instant,
                zone,
                month.atDay(1),
                month.plusMonths(1).atDay(1));
    }

    private static void assertPeriod(Cadence cadence, Instant instant, ZoneId zone, LocalDate from, LocalDate to) {
        assertThat(cadence.period(instant).from())
                .isEqualTo(from.atStartOfDay(zone).toInstant());
        assertThat(cadence.period(instant).to()).isEqualTo(to.atStartOfDay(zone).toInstant());
    }

    @Test
    void aSharedCadenceAnswersTheSameWhateverItWasAskedBefore() {
        Cadence shared = Cadence.monthly(ZoneId.of("Europe/Berlin"));
        for (int year : new int[] {2026, 1971, 2199, 1600, 2026, 9998, 3, 2025}) {
            Instant instant =
                    LocalDate.of(year, 7, 15).atStartOfDay(ZoneId.of("UTC")).toInstant();
            assertThat(shared.period(instant))
                    .isEqualTo(Cadence.monthly(ZoneId.of("Europe/Berlin")).period(instant));
        }
    }

    @Test
    void aDayOnWhichClocksChangeHas23Or25Hours() {
        Cadence berlin = Cadence.daily(ZoneId.of("Europe/Berlin"));
        assertThat(berlin.period(Instant.parse("2026-03-29T12:00:00Z")).length())
                .isEqualTo(Duration.ofHours(23));
        assertThat(berlin.period(Instant.parse("2026-10-25T12:00:00Z")).length())
                .isEqualTo(Duration.ofHours(25));
    }

    @ParameterizedTest
    @ValueSource(longs = {1_767_225_600_000L, Long.MIN_VALUE, Long.MAX_VALUE / 1000, -100_000_000_000L})
    void secondsInAnotherUnitAreRefused(long second) {
        assertThatThrownBy(() -> Cadence.daily(ZoneId.of("UTC")).index(second))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(String.valueOf(second))
                .hasMessageContaining("1..9999");
    }

    @Test
    void saysWhatItIs() {
        Cadence weeks = Cadence.weekly(ZoneId.of("Europe/Berlin"));
        assertThat(weeks).hasToString("weeks in Europe/Berlin").isEqualTo(Cadence.weekly(ZoneId.of("Europe/Berlin")));
        assertThat(weeks.asOf(Instant.EPOCH))
                .hasToString("weeks in Europe/Berlin as of 1970-01-01T00:00:00Z")
                .isNotEqualTo(weeks);
        assertThat(weeks.hashCode())
                .isEqualTo(Cadence.weekly(ZoneId.of("Europe/Berlin")).hashCode());
        assertThat(weeks.asOf()).isEmpty();
    }

    /** Clocks in Newfoundland went back at 00:01 to 23:01 until 2010: the 29th began twice. 13450 is 2006-10-29 in days since 1970. */
    @Test
    void theSecondOfADateThatBeganTwiceHasOneIndexWhateverWasAskedBefore() {
        Cadence days = Cadence.daily(ZoneId.of("America/St_Johns"));
        days.index(Instant.parse("2006-09-26T12:00:00Z").getEpochSecond());
        assertThat(days.index(Instant.parse("2006-10-29T02:45:00Z").getEpochSecond()))
                .isEqualTo(13450);
    }

    /**
     * Around each change of clocks of each zone from 1970 to 2030: the expected index is counted from the calendar here, and the first
     * second asked about lies 1 to 70 periods before, all of them where a date began twice.
     */
    @Test
    void anIndexDependsOnTheSecondAlone() {
        Set<ZoneRules> seen = new HashSet<>();
        int turn = 0;
        for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            ZoneId zone = ZoneId.of(id);
            ZoneRules rules = zone.getRules();
            if (!seen.add(rules)) {
                continue;
            }
            ZoneOffsetTransition change = rules.nextTransition(Instant.EPOCH);
            while (change != null && change.getDateTimeAfter().getYear() <= 2030) {
                long at = change.toEpochSecond();
                boolean isTwice = change.isOverlap()
                        && change.getDateTimeAfter()
                                .toLocalDate()
                                .isBefore(change.getDateTimeBefore().toLocalDate());
                for (int back = isTwice ? 1 : turn % 70 + 1; back <= (isTwice ? 70 : turn % 70 + 1); back++) {
                    for (long second : new long[] {at - 1, at, at + 840, at + 86_400}) {
                        Cadence days = Cadence.daily(zone);
                        days.index(at - back * 86_400L);
                        assertThat(days.index(second))
                                .as("day of %d in %s, first %d before", second, id, back)
                                .isEqualTo(day(second, zone));
                        Cadence months = Cadence.monthly(zone);
                        months.index(at - back * 2_629_746L);
                        assertThat(months.index(second))
                                .as("month of %d in %s, first %d before", second, id, back)
                                .isEqualTo(month(second, zone));
                    }
                }
                turn++;
                change = rules.nextTransition(change.getInstant());
            }
        }
        assertThat(turn).isGreaterThan(10_000);
    }

    /** How many days that there were have begun since 1970-01-01. */
    private static int day(long second, ZoneId zone) {
        LocalDate date =
                LocalDate.ofInstant(Instant.ofEpochSecond(second), zone).plusDays(1);
        while (date.atStartOfDay(zone).toEpochSecond() > second) {
            date = date.minusDays(1);
        }
        int skipped = 0;
        for (String[] of : SKIPPED) {
            LocalDate left = LocalDate.parse(of[1]);
            skipped += zone.getRules().equals(ZoneId.of(of[0]).getRules()) && left.isBefore(date) ? 1 : 0;
        }
        return (int) date.toEpochDay() - skipped;
    }

    private static int month(long second, ZoneId zone) {
        YearMonth month = YearMonth.from(LocalDate.ofInstant(Instant.ofEpochSecond(second), zone))
                .plusMonths(1);
        while (month.atDay(1).atStartOfDay(zone).toEpochSecond() > second) {
            month = month.minusMonths(1);
        }
        return (int) (12L * month.getYear() + month.getMonthValue() - 12L * 1970 - 1);
    }

    /** Zones that moved over the date line, from the announcements of their governments as the tz database quotes them. */
    private static final String[][] SKIPPED = {
        {"Pacific/Apia", "2011-12-30"},
        {"Pacific/Fakaofo", "2011-12-30"},
        {"Pacific/Kwajalein", "1993-08-21"},
        {"Pacific/Kanton", "1994-12-31"},
        {"Pacific/Kiritimati", "1994-12-31"}
    };

    @Test
    void aDayThatTheZoneLeftOutIsNoPeriod() {
        for (String[] of : SKIPPED) {
            ZoneId zone = ZoneId.of(of[0]);
            LocalDate left = LocalDate.parse(of[1]);
            Cadence days = Cadence.daily(zone);
            int before = days.index(left.minusDays(1).atTime(12, 0).atZone(zone).toEpochSecond());
            int after = days.index(left.plusDays(1).atTime(12, 0).atZone(zone).toEpochSecond());
            assertThat(after).as(of[0]).isEqualTo(before + 1);
            assertThat(before).isEqualTo((int) left.toEpochDay() - 1);
            assertThat(days.period(before).to()).isEqualTo(days.period(after).from());
            assertThat(days.period(after).to())
                    .isEqualTo(left.plusDays(2).atStartOfDay(zone).toInstant());
        }
        // 31 December 1844 was left out in the Philippines: of days before 1970 all earlier ones move up.
        ZoneId manila = ZoneId.of("Asia/Manila");
        Cadence days = Cadence.daily(manila);
        int lastOfTheYear =
                days.index(LocalDate.of(1844, 12, 30).atStartOfDay(manila).toEpochSecond());
        assertThat(days.index(LocalDate.of(1845, 1, 1).atStartOfDay(manila).toEpochSecond()))
                .isEqualTo(lastOfTheYear + 1)
                .isEqualTo((int) LocalDate.of(1845, 1, 1).toEpochDay());
    }

    @Test
    void weeksBeginOnTheDayOfTheHost() {
        ZoneId utc = ZoneId.of("UTC");
        Instant sunday = Instant.parse("2026-01-04T12:00:00Z");
        Instant monday = Instant.parse("2026-01-05T12:00:00Z");
        Cadence weeks = Cadence.weekly(utc, DayOfWeek.SUNDAY);
        TimeRange week = TimeRange.of(Instant.parse("2026-01-04T00:00:00Z"), Instant.parse("2026-01-11T00:00:00Z"));
        assertThat(weeks.period(sunday)).isEqualTo(week);
        assertThat(weeks.period(monday)).isEqualTo(week);
        assertThat(weeks.period(0).contains(Instant.EPOCH)).isTrue();
        assertThat(Cadence.weekly(utc).startingOn(LocalDate.of(2026, 1, 4))).isEqualTo(weeks);
        assertThat(Cadence.weekly(utc, DayOfWeek.SATURDAY).period(monday).from())
                .isEqualTo(Instant.parse("2026-01-03T00:00:00Z"));
    }

    @Test
    void quartersAndYearsBeginWhereTheHostSays() {
        ZoneId utc = ZoneId.of("UTC");
        assertStarts(Cadence.quarterly(utc), "2026-02-14", "2026-01-01", "2026-04-01");
        assertStarts(Cadence.yearly(utc), "2026-02-14", "2026-01-01", "2027-01-01");
        assertStarts(
                Cadence.quarterly(utc).startingOn(LocalDate.of(2025, 2, 1)), "2026-01-31", "2025-11-01", "2026-02-01");
        assertStarts(
                Cadence.yearly(utc).startingOn(LocalDate.of(2025, 2, 1)), "2026-01-31", "2025-02-01", "2026-02-01");
        assertStarts(
                Cadence.yearly(utc).startingOn(LocalDate.of(2025, 4, 6)), "2026-04-05", "2025-04-06", "2026-04-06");
        assertThat(Cadence.quarterly(utc).startingOn(LocalDate.of(2025, 2, 1)))
                .isEqualTo(Cadence.quarterly(utc).startingOn(LocalDate.of(1912, 11, 1)))
                .hasToString("quarters from february 1 in UTC");
        assertThat(Cadence.yearly(utc).startingOn(LocalDate.of(2025, 2, 1)).index(0))
                .isZero();
        assertThat(Cadence.yearly(utc)
                        .index(Instant.parse("2026-07-01T00:00:00Z").getEpochSecond()))
                .isEqualTo(56);
    }

    private static void assertStarts(Cadence cadence, String date, String from, String to) {
        TimeRange period = cadence.period(Instant.parse(date + "T12:00:00Z"));
        assertThat(period.from()).as("%s", cadence).isEqualTo(Instant.parse(from + "T00:00:00Z"));
        assertThat(period.to()).isEqualTo(Instant.parse(to + "T00:00:00Z"));
    }

    /** The rule of billing systems: the last day where there is no 31st, and the 31st again where there is one. */
    @Test
    void monthsOfACustomerKeepTheirDay() {
        Cadence months = Cadence.monthly(ZoneId.of("UTC")).startingOn(LocalDate.of(2024, 1, 31));
        int first = months.index(Instant.parse("2024-01-31T00:00:00Z").getEpochSecond());
        String[] starts = {"2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31", "2024-06-30"};
        for (int i = 0; i < starts.length; i++) {
            Instant start = Instant.parse(starts[i] + "T00:00:00Z");
            assertThat(months.index(start.getEpochSecond())).isEqualTo(first + i);
            assertThat(months.index(start.getEpochSecond() - 1)).isEqualTo(first + i - 1);
            assertThat(months.period(first + i).from()).isEqualTo(start);
        }
        assertStarts(
                Cadence.yearly(ZoneId.of("UTC")).startingOn(LocalDate.of(2024, 2, 29)),
                "2027-06-01",
                "2027-02-28",
                "2028-02-29");
    }

    private static final List<LocalDate> RETAIL = Stream.of(
                    "2025-02-02", "2025-03-02", "2025-03-30", "2025-05-04", "2025-06-01", "2025-06-29", "2025-08-03")
            .map(LocalDate::parse)
            .toList();

    @Test
    void periodsOfTheHostsOwnAreThoseOfItsDates() {
        ZoneId zone = ZoneId.of("America/New_York");
        Cadence retail = Cadence.of("retail", RETAIL, zone);
        for (int i = 0; i < 6; i++) {
            Instant from = RETAIL.get(i).atStartOfDay(zone).toInstant();
            Instant to = RETAIL.get(i + 1).atStartOfDay(zone).toInstant();
            assertThat(retail.period(from)).isEqualTo(TimeRange.of(from, to));
            assertThat(retail.index(from.getEpochSecond())).isEqualTo(i);
            assertThat(retail.index(to.getEpochSecond() - 1)).isEqualTo(i);
        }
        for (String outside : List.of("2025-02-02T04:59:59Z", "2025-08-03T04:00:00Z")) {
            assertThatThrownBy(() -> retail.period(Instant.parse(outside)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is outside retail, 2025-02-02 to 2025-08-03 in America/New_York");
        }
        Series<Long> series = Metric.<Instant>count()
                .rolling(2, retail, at -> at)
                .over(List.of(Instant.parse("2025-02-03T00:00:00Z"), Instant.parse("2025-05-03T00:00:00Z")));
        assertThat(series.points().stream().map(Series.Point::value)).containsExactly(1L, 1L, 1L);
        assertThat(series.points().get(0).period()).isEqualTo(retail.period(0));
        assertThat(series.points().get(0).finished()).isFalse();
    }

    @Test
    void datesThatMakeNoPeriodsAreRefused() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        LocalDate skipped = LocalDate.of(2011, 12, 30);
        assertThatThrownBy(() -> Cadence.of("own", List.of(skipped), apia)).hasMessageContaining("own has 1 starts");
        assertThatThrownBy(() -> Cadence.of("own", List.of(skipped, skipped.plusDays(1)), apia))
                .hasMessageContaining("start 2011-12-31 of own is not after 2011-12-30 in Pacific/Apia");
        assertThatThrownBy(() -> Cadence.of("own", List.of(skipped, skipped.minusDays(1)), apia))
                .hasMessageContaining("is not after");
        assertThatThrownBy(() -> Cadence.of("own", List.of(skipped, LocalDate.of(20_000, 1, 1)), apia))
                .hasMessageContaining("1..9999");
        assertThatThrownBy(() -> Cadence.minutes(7, apia)).hasMessageContaining("minutes 7");
        assertThatThrownBy(() -> Cadence.daily(apia).startingOn(skipped))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("days");
    }

    /** 25 October 2026 in Berlin has two hours from 02:00, and 29 March none. */
    @Test
    void theHourThatClocksRepeatIsTwo() {
        Cadence hours = Cadence.hourly(ZoneId.of("Europe/Berlin"));
        int summer = hours.index(Instant.parse("2026-10-25T00:30:00Z").getEpochSecond());
        int winter = hours.index(Instant.parse("2026-10-25T01:30:00Z").getEpochSecond());
        assertThat(winter).isEqualTo(summer + 1);
        assertThat(hours.period(winter).from()).isEqualTo(Instant.parse("2026-10-25T01:00:00Z"));
        assertThat(hours.index(Instant.parse("2026-03-29T01:00:00Z").getEpochSecond()))
                .isEqualTo(hours.index(Instant.parse("2026-03-29T00:59:59Z").getEpochSecond()) + 1);
        Cadence halves = Cadence.minutes(30, ZoneId.of("Asia/Kathmandu"));
        assertThat(halves.period(Instant.parse("2026-03-29T01:00:00Z")))
                .isEqualTo(TimeRange.of(Instant.parse("2026-03-29T00:45:00Z"), Instant.parse("2026-03-29T01:15:00Z")));
    }

    /** Lord Howe Island changes its clocks by half an hour: back on 5 April 2026 from 02:00 (+11:00) to 01:30 (+10:30). */
    @Test
    void aChangeOfHalfAnHourBeginsAnHour() {
        ZoneId zone = ZoneId.of("Australia/Lord_Howe");
        Cadence hours = Cadence.hourly(zone);
        Instant change = Instant.parse("2026-04-04T15:00:00Z");
        assertThat(hours.period(change.minusSeconds(1))).isEqualTo(TimeRange.of(change.minusSeconds(3600), change));
        assertThat(hours.period(change)).isEqualTo(TimeRange.of(change, change.plusSeconds(1800)));
        assertThat(hours.period(change.plusSeconds(1800)))
                .isEqualTo(TimeRange.of(change.plusSeconds(1800), change.plusSeconds(5400)));
        for (int index : new int[] {-700_000, -1, 0, 1, 493_000, 493_001, 60_000_000}) {
            assertThat(hours.index(hours.firstSecond(index))).isEqualTo(index);
            assertThat(hours.index(hours.firstSecond(index + 1) - 1)).isEqualTo(index);
        }
    }

    @Test
    void eachCadenceIsToldApartAndIsTheSameElsewhere() throws Exception {
        ZoneId utc = ZoneId.of("UTC");
        List<Cadence> all = List.of(
                Cadence.hourly(utc),
                Cadence.minutes(30, utc),
                Cadence.daily(utc),
                Cadence.weekly(utc),
                Cadence.weekly(utc, DayOfWeek.SUNDAY),
                Cadence.monthly(utc),
                Cadence.monthly(utc).startingOn(LocalDate.of(2024, 1, 31)),
                Cadence.quarterly(utc),
                Cadence.quarterly(utc).startingOn(LocalDate.of(2024, 2, 1)),
                Cadence.yearly(utc),
                Cadence.yearly(utc).startingOn(LocalDate.of(2024, 2, 1)),
                Cadence.yearly(utc).startingOn(LocalDate.of(2024, 2, 2)),
                Cadence.of("retail", RETAIL, utc),
                Cadence.of("retail", RETAIL.subList(1, 7), utc),
                Cadence.of("trade", RETAIL, utc));
        assertThat(all.stream()
                        .map(cadence ->
                                Metric.<Instant>count().per(cadence, at -> at).definition()))
                .doesNotHaveDuplicates();
        assertThat(all).doesNotHaveDuplicates();
        for (Cadence cadence : all) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(cadence);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                Cadence read = (Cadence) in.readObject();
                assertThat(read).isEqualTo(cadence).hasSameHashCodeAs(cadence).hasToString(cadence.toString());
                assertThat(read.period(Instant.parse("2025-06-15T00:00:00Z")))
                        .isEqualTo(cadence.period(Instant.parse("2025-06-15T00:00:00Z")));
            }
        }
        assertThat(all.get(0)).hasToString("hours in UTC");
        assertThat(all.get(1)).hasToString("30 minutes in UTC");
        assertThat(all.get(4)).hasToString("weeks from sunday in UTC");
        assertThat(all.get(6)).hasToString("months from day 31 in UTC");
        assertThat(all.get(11)).hasToString("years from february 2 in UTC");
    }

    /** One observation on the 29th, one on the 31st, and no 30th between them: a window of two days holds both. */
    @Test
    void aRollingWindowHoldsTheDaysThatThereWere() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        Instant first = LocalDate.of(2011, 12, 29).atTime(23, 0).atZone(apia).toInstant();
        Instant second = LocalDate.of(2011, 12, 31).atTime(12, 0).atZone(apia).toInstant();
        Series<Long> rolling = Metric.<Instant>count()
                .rolling(2, Cadence.daily(apia), at -> at)
                .over(List.of(first, second));
        assertThat(rolling.points()).hasSize(2);
        assertThat(rolling.points().get(1).value()).isEqualTo(2);
        assertThat(rolling.points().get(1).period().length()).isEqualTo(Duration.ofDays(2));
        Series<Long> daily =
                Metric.<Instant>count().per(Cadence.daily(apia), at -> at).over(List.of(first, second));
        Series<OptionalDouble> mean = daily.averageOfPeriods(2, count -> OptionalDouble.of(count));
        assertThat(mean.points().get(1).value()).hasValue(1);
        assertThat(mean.points().get(1).period())
                .isEqualTo(rolling.points().get(1).period());
    }
}
