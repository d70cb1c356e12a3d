package dev.cxkit.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimeRangeTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant ONE = NOON.plusSeconds(3600);
    private static final Instant TWO = ONE.plusSeconds(3600);

    @Test
    void the_start_belongs_to_it_and_the_end_does_not() {
        TimeRange range = TimeRange.of(NOON, ONE);
        assertThat(range.contains(NOON)).isTrue();
        assertThat(range.contains(ONE.minusNanos(1))).isTrue();
        assertThat(range.contains(ONE)).isFalse();
        assertThat(range.contains(NOON.minusNanos(1))).isFalse();
    }

    @Test
    void ranges_that_touch_do_not_overlap() {
        assertThat(TimeRange.of(NOON, ONE).overlaps(TimeRange.of(ONE, TWO))).isFalse();
        assertThat(TimeRange.of(ONE, TWO).overlaps(TimeRange.of(NOON, ONE))).isFalse();
        assertThat(TimeRange.of(NOON, ONE.plusNanos(1)).overlaps(TimeRange.of(ONE, TWO)))
                .isTrue();
        assertThat(TimeRange.of(NOON, TWO).overlaps(TimeRange.of(ONE, ONE.plusNanos(1))))
                .isTrue();
    }

    @Test
    void the_day_on_which_clocks_go_forward_in_berlin_has_23_hours() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        LocalDate day = LocalDate.of(2026, 3, 29);
        TimeRange range = TimeRange.of(
                day.atStartOfDay(berlin).toInstant(),
                day.plusDays(1).atStartOfDay(berlin).toInstant());
        assertThat(range.length()).isEqualTo(Duration.ofHours(23));
    }

    @Test
    void an_empty_or_backward_range_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeRange.of(NOON, NOON))
                .withMessage(
                        "time range from 2026-01-31T12:00:00Z to 2026-01-31T12:00:00Z is empty; to must be after from");
        assertThatIllegalArgumentException().isThrownBy(() -> TimeRange.of(ONE, NOON));
    }
}
