package dev.cxkit.metrics.service;

import static dev.cxkit.metrics.service.Story.ANN;
import static dev.cxkit.metrics.service.Story.BOB;
import static dev.cxkit.metrics.service.Story.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.time.Schedule;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgeingTest {

    private static final Schedule ALWAYS = Schedule.always();
    private static final Schedule OFFICE = Schedule.weekly(ZoneOffset.UTC, "mon-fri 09:00-17:00");
    private static final Duration ONE = Duration.ofDays(1);
    private static final Duration THREE = Duration.ofDays(3);
    private static final long DAY = 24 * 60;

    private static List<Long> open(Ageing ageing) {
        return ageing.buckets().stream().map(Ageing.Bucket::open).toList();
    }

    private static final List<Case> CASES = List.of(
            Story.of("1").done(),
            Story.openedBy(ANN, "2", 1).says(4 * DAY - 1, BOB).done(),
            Story.openedBy(ANN, "3", DAY).done(),
            Story.openedBy(ANN, "4", 3 * DAY).done(),
            Story.openedBy(ANN, "5", 3 * DAY + 1).done(),
            Story.openedBy(ANN, "6", 4 * DAY).done(),
            Story.openedBy(ANN, "7", 5 * DAY).done(),
            Story.of("8").resolved(10).done(),
            Story.of("9").merged(10).done());

    @Test
    void bucketsAreOpenAtTheirEnd() {
        Ageing ageing = Ageing.metric(Ageing.Since.OPENING, ALWAYS, List.of(ONE, THREE), minute(4 * DAY))
                .over(CASES);
        assertThat(ageing.buckets())
                .as("0 and almost 1 day; 1 day; 3, almost 4 and 4 days")
                .containsExactly(
                        new Ageing.Bucket(Duration.ZERO, ONE, 2),
                        new Ageing.Bucket(ONE, THREE, 1),
                        new Ageing.Bucket(THREE, null, 3));
        assertThat(ageing.open()).isEqualTo(6);
        assertThat(ageing.cases()).isEqualTo(new Coverage(7, 1, 1));
        assertThat(Backlog.metric(minute(4 * DAY)).over(CASES).open()).isEqualTo(6);
    }

    @Test
    void anyInstantCanBeAskedFor() {
        assertThat(open(Ageing.metric(Ageing.Since.OPENING, ALWAYS, List.of(ONE), minute(5))
                        .over(CASES)))
                .as("two of them are not done or merged yet")
                .containsExactly(4L, 0L);
        assertThat(open(Ageing.metric(Ageing.Since.OPENING, ALWAYS, List.of(ONE), minute(-1))
                        .over(CASES)))
                .containsExactly(0L, 0L);
    }

    @Test
    void sinceTheLastThingThatHappenedACaseIsYounger() {
        assertThat(open(Ageing.metric(Ageing.Since.CHANGE, ALWAYS, List.of(ONE, THREE), minute(4 * DAY))
                        .over(CASES)))
                .containsExactly(3L, 1L, 2L);
    }

    @Test
    void inBusinessTimeADayIsAsLongAsItsHours() {
        // Opened on Monday at 9:00; on Thursday at 9:00 that is three working days of eight hours.
        Duration day = Duration.ofHours(8);
        List<Case> monday = List.of(Story.of("1").done());
        assertThat(open(Ageing.metric(Ageing.Since.OPENING, OFFICE, List.of(day, day.multipliedBy(3)), minute(3 * DAY))
                        .over(monday)))
                .containsExactly(0L, 0L, 1L);
        assertThat(open(Ageing.metric(
                                Ageing.Since.OPENING, OFFICE, List.of(day, day.multipliedBy(3)), minute(2 * DAY + 479))
                        .over(monday)))
                .containsExactly(0L, 1L, 0L);
    }

    @Test
    void limitsThatDoNotRiseAreRefused() {
        assertThatThrownBy(() -> Ageing.metric(Ageing.Since.OPENING, ALWAYS, List.of(), minute(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no limits");
        assertThatThrownBy(() -> Ageing.metric(Ageing.Since.OPENING, ALWAYS, List.of(Duration.ZERO), minute(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit PT0S is not above PT0S");
        assertThatThrownBy(() -> Ageing.metric(Ageing.Since.OPENING, ALWAYS, List.of(THREE, ONE), minute(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit PT24H is not above PT72H");
        assertThatThrownBy(() -> new Ageing.Bucket(ONE, ONE, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bucket to PT24H is not above PT24H");
        assertThatThrownBy(() -> new Ageing.Bucket(ONE, null, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("open -1 is below 0");
    }
}
