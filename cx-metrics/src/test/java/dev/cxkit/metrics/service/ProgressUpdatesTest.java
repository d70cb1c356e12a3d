package dev.cxkit.metrics.service;

import static dev.cxkit.metrics.service.Story.ANN;
import static dev.cxkit.metrics.service.Story.BOB;
import static dev.cxkit.metrics.service.Story.ROBOT;
import static dev.cxkit.metrics.service.Story.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProgressUpdatesTest {

    private static final Schedule ALWAYS = Schedule.always();
    private static final Schedule OFFICE = Schedule.weekly(ZoneOffset.UTC, "mon-fri 09:00-17:00");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final long DAY = 24 * 60;

    /** In minutes, negative where it is right-censored. */
    private static List<Long> gaps(Schedule hours, long asOf, Case of) {
        return ProgressUpdates.gaps(hours).values(of, minute(asOf)).stream()
                .map(time -> time.event() ? time.millis() / 60_000 : -time.millis() / 60_000)
                .toList();
    }

    private static final Case TOLD = Story.of("1")
            .says(30, BOB)
            .notes(35)
            .says(50, ROBOT)
            .says(60, ANN)
            .waits(55, WaitingOn.CUSTOMER)
            .says(500, ANN)
            .says(560, BOB)
            .waits(560, WaitingOn.THIRD_PARTY)
            .resumed(700)
            .done();

    @Test
    void aGapIsFromMessageToMessageWhileTheCaseWaitsOnUs() {
        // The customer's words at 60 give the turn back to us; until our answer at 560 these are 500 minutes.
        assertThat(gaps(ALWAYS, 720, TOLD)).containsExactly(30L, 20L, 5L, 500L, -20L);
        assertThat(gaps(ALWAYS, 520, TOLD)).containsExactly(30L, 20L, 5L, -460L);
        assertThat(gaps(ALWAYS, 57, TOLD)).as("with the customer").containsExactly(30L, 20L, 5L);
        assertThat(gaps(ALWAYS, 50, TOLD)).as("at the message").containsExactly(30L, 20L);
        assertThat(gaps(ALWAYS, 0, TOLD)).isEmpty();
    }

    @Test
    void aMessageAtTheOpeningLeavesNoGap() {
        assertThat(gaps(
                        ALWAYS,
                        9,
                        Story.of("1").says(0, BOB).says(5, BOB).resolved(5).done()))
                .containsExactly(5L);
    }

    @Test
    void businessHoursExcludeTheNight() {
        assertThat(gaps(
                        OFFICE,
                        2 * DAY,
                        Story.of("1").says(DAY + 30, BOB).resolved(DAY + 60).done()))
                .containsExactly(8 * 60 + 30L, 30L);
    }

    @Test
    void aRhythmIsKeptByMessagesAndBrokenByTimeAlone() {
        Share share = Share.metric(ProgressUpdates.within(Duration.ofMinutes(20), ALWAYS), minute(720))
                .over(List.of(TOLD));
        assertThat(share.proportion()).as("20 is within; 30 and 500 are not").isEqualTo(Proportion.of(1, 3));
        assertThat(share.excluded())
                .as("the 5 to the wait, and the 20 that go on")
                .isEqualTo(Map.of("ended", 1L, "running", 1L));
        Share late = Share.metric(ProgressUpdates.within(Duration.ofMinutes(20), ALWAYS), minute(721))
                .over(List.of(TOLD));
        assertThat(late.proportion()).as("too long already").isEqualTo(Proportion.of(1, 4));
    }

    @Test
    void aMessageWithWhichTheCaseWaitsOnAnotherEndsTheGap() {
        Case of = Story.of("1").says(40, BOB).waits(40, WaitingOn.CUSTOMER).done();
        Share share =
                Share.metric(ProgressUpdates.within(HOUR, ALWAYS), minute(50)).over(List.of(of));
        assertThat(share.proportion()).isEqualTo(Proportion.of(1, 1));
        assertThat(share.excluded()).isEmpty();
    }

    @Test
    void aCaseThatIsOpenMayStillHaveALongerGap() {
        Case kept = Story.of("1").says(60, BOB).resolved(100).done();
        Case broken = Story.of("2").says(61, BOB).done();
        Case open = Story.of("3").says(60, BOB).done();
        Share share = Share.metric(ProgressUpdates.casesWithin(HOUR, ALWAYS), minute(110))
                .over(List.of(kept, broken, open, Story.of("4").merged(5).done()));
        assertThat(share.proportion()).isEqualTo(Proportion.of(1, 2));
        assertThat(share.excluded()).isEqualTo(Map.of("open", 1L));
        assertThat(share.cases()).isEqualTo(new Coverage(3, 0, 1));
    }

    @Test
    void theLongestGapOfAnyCaseIsItsLongestUpdateGap() {
        Random random = new Random(5);
        List<Case> cases = Stream.generate(() -> RandomCases.next(random))
                .limit(500)
                .filter(of -> !of.openedAt().isAfter(RandomCases.AS_OF))
                .toList();
        assertThat(cases).allSatisfy(of -> {
            long longest = ProgressUpdates.gaps(OFFICE).values(of, RandomCases.AS_OF).stream()
                    .mapToLong(CensoredTime::millis)
                    .max()
                    .orElse(0);
            assertThat(longest)
                    .isEqualTo(ProgressUpdates.longestGap(OFFICE)
                            .values(of, RandomCases.AS_OF)
                            .get(0)
                            .millis());
        });
    }

    @Test
    void aLimitIsAboveZero() {
        assertThatThrownBy(() -> ProgressUpdates.within(Duration.ZERO, ALWAYS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit PT0S is not above 0");
        assertThatThrownBy(() -> ProgressUpdates.casesWithin(Duration.ofSeconds(-1), ALWAYS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit PT-1S is not above 0");
    }
}
