package dev.cxkit.examples.report.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.time.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicHolidaysTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    private static List<String> in2026(String place) {
        PublicHolidays holidays = PublicHolidays.of(place);
        return NEW_YEAR.datesUntil(NEW_YEAR.plusYears(1))
                .filter(holidays::contains)
                .map(date -> date.toString().substring("2026-".length()))
                .toList();
    }

    /** The statutory holidays of 2026 as printed at kalender-online.com: nine everywhere, and four more in Bavaria, not 15 August. */
    @Test
    void germanyAndBavariaAreAsPrinted() {
        assertThat(in2026("de"))
                .containsExactly("01-01", "04-03", "04-06", "05-01", "05-14", "05-25", "10-03", "12-25", "12-26");
        assertThat(in2026("de-by"))
                .containsExactly(
                        "01-01", "01-06", "04-03", "04-06", "05-01", "05-14", "05-25", "06-04", "10-03", "11-01",
                        "12-25", "12-26");
    }

    /** The bank holidays of England and Wales as GOV.UK lists them: Boxing Day is a Saturday, and 28 December is in its place. */
    @Test
    void aHolidayOnASaturdayIsKeptOnTheMondayWhereThatIsTheLaw() {
        assertThat(in2026("gb-eng"))
                .containsExactly("01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28");
    }

    @Test
    void aScheduleIsClosedOnThem() {
        Schedule hours = Schedule.weekly(ZoneId.of("Europe/Berlin"), "mon-fri 09:00-17:00")
                .withHolidays(PublicHolidays.of("de"));
        // From Maundy Thursday to the Tuesday after Easter: Friday and Monday are holidays.
        assertThat(hours.elapsed(Instant.parse("2026-04-02T14:00:00Z"), Instant.parse("2026-04-07T08:00:00Z")))
                .isEqualTo(Duration.ofHours(1 + 1));
    }

    @Test
    void whatIsNoPlaceIsAFileAndWhatIsNotKnownIsNamed() {
        assertThat(PublicHolidays.isPlace("de-by")).isTrue();
        assertThat(PublicHolidays.isPlace("./de")).isFalse();
        assertThat(PublicHolidays.isPlace("holidays.txt")).isFalse();
        assertThatThrownBy(() -> PublicHolidays.of("zz"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing is known of country 'zz'; give a code such as de, or a file (./zz)");
        assertThatThrownBy(() -> PublicHolidays.of("de-xx"))
                .hasMessageStartingWith("nothing is known of 'xx' in de-xx; there are [bb, be, bw, by,");
    }
}
