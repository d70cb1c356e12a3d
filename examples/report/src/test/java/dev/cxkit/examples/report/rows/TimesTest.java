package dev.cxkit.examples.report.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    private final Times berlin = Times.in(ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({
        "2026-03-31,2026-03-30T22:00:00Z",
        "2026-03-31 14:05:00,2026-03-31T12:05:00Z",
        "2026-03-31T14:05:00,2026-03-31T12:05:00Z",
        "2026-03-31T14:05,2026-03-31T12:05:00Z",
        "2026-03-31 14:05:00.250,2026-03-31T12:05:00.250Z",
        "2026-03-31T14:05:00Z,2026-03-31T14:05:00Z",
        "2026-03-31 14:05:00-05:00,2026-03-31T19:05:00Z",
        "2026-03-31T14:05:00+0530,2026-03-31T08:35:00Z",
        "2026-03-31T14:05:00+01,2026-03-31T13:05:00Z",
        "2026-01-31T00:00:00,2026-01-30T23:00:00Z"
    })
    void isoTimesAreReadWithAndWithoutOffset(String text, String instant) {
        assertThat(berlin.read(text)).isEqualTo(Instant.parse(instant));
    }

    /** On 29 March 2026 clocks went from 2 to 3 o'clock: a time between them is moved by the length of the gap, as java.time has it. */
    @Test
    void aTimeThatTheClocksSkippedIsMoved() {
        assertThat(berlin.read("2026-03-29 02:30:00")).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "2026-3-1",
                "31.03.2026",
                "03/31/2026",
                "2026-03-31 25:00:00",
                "2026-03-31T",
                "2026-03-31x",
                "2026-03-31  14:05:00",
                "1774958700",
                "2026-03-31T14:05:00+02:00[Europe/Berlin]"
            })
    void whatIsNoTimeIsRefusedAndQuoted(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> berlin.read(text))
                .withMessageStartingWith("time '" + text);
    }
}
