package dev.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
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
        // Samoa left out 30 December 2011, so that a day of the calendar can have no instant; it never holds one
        // either.
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
}
