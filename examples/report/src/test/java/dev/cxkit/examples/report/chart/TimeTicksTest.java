package dev.cxkit.examples.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTicksTest {

    private static List<String> labels(String from, String to, ZoneId zone, int most) {
        TimeTicks ticks = TimeTicks.between(Instant.parse(from), Instant.parse(to), zone, most);
        return ticks.times().stream().map(ticks::label).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-02T10:07:00Z|2026-03-02T10:27:00Z|5|10:10;10:15;10:20;10:25",
                "2026-03-02T10:07:00Z|2026-03-02T13:10:00Z|5|11:00;12:00;13:00",
                "2026-03-02T10:07:00Z|2026-03-03T13:10:00Z|4|2 Mar 12:00;3 Mar 00:00;3 Mar 12:00",
                "2026-03-02T10:07:00Z|2026-03-05T10:10:00Z|5|3 Mar;4 Mar;5 Mar",
                "2026-03-04T00:00:00Z|2026-03-24T00:00:00Z|4|9 Mar;16 Mar;23 Mar",
                "2026-01-31T00:00:00Z|2026-04-01T00:00:00Z|4|Feb 26;Mar 26;Apr 26",
                "2026-01-31T00:00:00Z|2026-10-01T00:00:00Z|4|Apr 26;Jul 26;Oct 26",
                "2026-06-15T00:00:00Z|2027-02-01T00:00:00Z|4|Jul 26;Oct 26;Jan 27",
                "2013-01-31T00:00:00Z|2026-10-01T00:00:00Z|4|2015;2020;2025",
                "1950-01-31T00:00:00Z|2026-10-01T00:00:00Z|5|1960;1980;2000;2020"
            })
    void ticksAreRoundTimesBetweenTheEnds(String from, String to, int most, String expected) {
        assertThat(String.join(";", labels(from, to, ZoneOffset.UTC, most))).isEqualTo(expected);
    }

    /** Clocks went forward on 29 March 2026 in Berlin: that day has 23 hours, and the next begins at 22:00 UTC. */
    @Test
    void daysBeginAtMidnightOfTheZone() {
        TimeTicks ticks = TimeTicks.between(
                Instant.parse("2026-03-28T12:00:00Z"),
                Instant.parse("2026-03-30T12:00:00Z"),
                ZoneId.of("Europe/Berlin"),
                3);
        assertThat(ticks.times())
                .extracting(time -> time.toInstant().toString())
                .containsExactly("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z");
    }

    @Test
    void thereAreNeverMoreThanWantedAndOfNoTimeThereIsOne() {
        Instant from = Instant.parse("2026-03-02T10:00:00Z");
        for (long seconds = 1; seconds < 1L << 31; seconds = seconds * 3 / 2 + 1) {
            for (int most : new int[] {4, 10, 400}) {
                assertThat(TimeTicks.between(from, from.plusSeconds(seconds), ZoneOffset.UTC, most)
                                .times()
                                .size())
                        .as("%s of %s seconds", most, seconds)
                        .isLessThanOrEqualTo(most);
            }
        }
        assertThat(labels("2026-03-02T10:00:00Z", "2026-03-02T10:00:00Z", ZoneOffset.UTC, 9))
                .containsExactly("10:00");
    }
}
