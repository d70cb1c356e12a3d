package dev.cxkit.core.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Weekly schedules at random in zones whose clocks change in every way there is, with instants near a change. */
final class RandomSchedules {

    private static final long FROM = Instant.parse("1985-01-01T00:00:00Z").getEpochSecond();
    private static final long TO = Instant.parse("2035-01-01T00:00:00Z").getEpochSecond();

    /** An hour forward and back, half an hour, at midnight, a whole day left out (Samoa 2011, Kwajalein 1993), none at all. */
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"),
            ZoneId.of("America/Sao_Paulo"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Africa/Casablanca"),
            ZoneId.of("Pacific/Apia"),
            ZoneId.of("Pacific/Kwajalein"),
            ZoneId.of("UTC"));

    private RandomSchedules() {}

    /** A schedule, and a change of its zone's clocks or any instant. */
    record Sample(WeeklySchedule schedule, Instant around) {}

    static Arbitrary<Sample> samples() {
        return Combinators.combine(Arbitraries.of(ZONES), Arbitraries.longs().between(FROM, TO))
                .flatAs((zone, second) -> {
                    ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.ofEpochSecond(second));
                    Instant around = change == null
                            ? Instant.ofEpochSecond(second).truncatedTo(ChronoUnit.MINUTES)
                            : change.getInstant();
                    return schedules(zone, LocalDate.ofInstant(around, zone))
                            .map(schedule -> new Sample(schedule, around));
                });
    }

    private static Arbitrary<WeeklySchedule> schedules(ZoneId zone, LocalDate middle) {
        Arbitrary<LocalDate> near = Arbitraries.integers().between(-5, 5).map(middle::plusDays);
        return Combinators.combine(
                        Arbitraries.maps(Arbitraries.of(DayOfWeek.class), hours())
                                .ofMaxSize(7),
                        Arbitraries.maps(near, hours()).ofMaxSize(3),
                        near.list().ofMaxSize(2))
                .as((week, dates, holidays) -> {
                    WeeklySchedule schedule = Schedule.weekly(zone).withHolidays(Holidays.of(holidays));
                    for (Map.Entry<DayOfWeek, List<Hours>> day : week.entrySet()) {
                        schedule = schedule.with(day.getKey(), day.getValue().toArray(Hours[]::new));
                    }
                    for (Map.Entry<LocalDate, List<Hours>> date : dates.entrySet()) {
                        schedule = schedule.with(date.getKey(), date.getValue().toArray(Hours[]::new));
                    }
                    return schedule;
                });
    }

    /** Whole minutes, nights and whole days among them. */
    private static Arbitrary<List<Hours>> hours() {
        Arbitrary<LocalTime> time =
                Arbitraries.integers().between(0, 1439).map(minute -> LocalTime.ofSecondOfDay(minute * 60L));
        return Combinators.combine(time, time)
                .filter((from, to) -> !from.equals(to) || from.equals(LocalTime.MIDNIGHT))
                .as(Hours::of)
                .list()
                .ofMaxSize(3);
    }

    /** The same schedule, of which nothing is known but its open time ranges. */
    static Schedule bare(Schedule schedule) {
        return range -> schedule.open(range);
    }
}
