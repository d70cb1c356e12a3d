package dev.cxkit.core.sla;

import static dev.cxkit.core.sla.PoliciesTest.HOURS;
import static dev.cxkit.core.sla.PoliciesTest.RESOLUTION;
import static dev.cxkit.core.sla.PoliciesTest.RESPONSE;
import static dev.cxkit.core.sla.PoliciesTest.minutes;
import static dev.cxkit.core.sla.PoliciesTest.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.Handling;
import dev.cxkit.core.support.Script;
import dev.cxkit.core.time.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cases that are put under another policy. */
class PolicyChangesTest {

    /** At 40 a stricter policy takes over: 40 minutes are used already, and the target is now 50. */
    @Test
    void aNewPolicyMeasuresFromTheOriginalStart() {
        Policies policies = Policies.of(
                new Policy("slow", Schedule.always(), List.of(RESOLUTION)),
                new Policy("fast", Schedule.always(), List.of(minutes(RESOLUTION, 50))));
        Case of = Script.opened().at(40).under("fast").done();
        Cycle running = only(policies.cycles(of, Script.minute(45)));
        assertThat(running.due()).contains(Script.minute(50));
        assertThat(running.used()).isEqualTo(Duration.ofMinutes(45));
        Case met = Script.opened().at(30).resolves().at(40).under("fast").done();
        assertThat(only(policies.cycles(met, Script.minute(45))).goal().target())
                .isEqualTo(Duration.ofMinutes(100));
    }

    /** From 9:00 to 17:00 by hours, then always: each second counts under the hours in force then. */
    @Test
    void eachSecondCountsUnderTheHoursInForceThen() {
        Policies policies = Policies.of(
                new Policy("hours", HOURS, List.of(Goal.resolution(Duration.ofHours(20)))),
                new Policy("always", Schedule.always(), List.of(Goal.resolution(Duration.ofHours(20)))));
        // Opened Monday 9:00, always from Monday 20:00, resolved Monday 23:00: 8 + 3 hours.
        Case of = Script.opened()
                .at(11 * 60)
                .under("always")
                .at(14 * 60)
                .resolves()
                .done();
        Cycle cycle = only(policies.cycles(of, Script.minute(24 * 60)));
        assertThat(cycle.used()).isEqualTo(Duration.ofHours(11));
        assertThat(cycle.stretches().stream().map(Stretch::kind))
                .containsExactly(Stretch.Kind.COUNTED, Stretch.Kind.CLOSED, Stretch.Kind.COUNTED);
        assertThat(cycle.stretches().get(2).cause()).isInstanceOf(Handling.UnderPolicy.class);
    }

    @Test
    void aGoalThatCeasesToHoldIsCancelledUnlessItWasMissedBefore() {
        Policies policies = Policies.of(
                new Policy("strict", Schedule.always(), List.of(RESPONSE)),
                new Policy("lenient", Schedule.always(), List.of()));
        Case early =
                Script.opened().at(50).under("lenient").at(200).says(Script.BOB).done();
        Cycle cancelled = only(policies.cycles(early, Script.minute(300)));
        assertThat(cancelled.status()).isEqualTo(Cycle.Status.CANCELLED);
        assertThat(cancelled.used()).isEqualTo(Duration.ofMinutes(50));
        Case late = Script.opened().at(70).under("lenient").done();
        assertThat(only(policies.cycles(late, Script.minute(300))).status()).isEqualTo(Cycle.Status.MISSED);
    }

    @Test
    void timeUnderAPolicyWithoutTheGoalCountsInTheHoursOfThatPolicy() {
        Goal threeHours = minutes(RESOLUTION, 180);
        Policies policies = Policies.of(
                new Policy("p0", Schedule.always(), List.of(threeHours)),
                new Policy("none", Schedule.never(), List.of()),
                new Policy("p2", Schedule.always(), List.of(threeHours)));
        Case of = Script.opened().at(60).under("none").at(360).under("p2").done();
        Instant now = Script.minute(361);
        Clock clock = policies.clocks(of, threeHours.name(), now).get(0);
        assertThat(clock.used()).as("the first hour, and the last minute").isEqualTo(Duration.ofMinutes(61));
        assertThat(clock.status()).isEqualTo(Cycle.Status.RUNNING);
        Cycle cycle = only(policies.cycles(of, now));
        assertThat(cycle.used()).isEqualTo(clock.used());
        assertThat(cycle.status()).isEqualTo(clock.status());
    }

    @Test
    void aGoalThatComesOrGoesDoesNotJudgeWhatItDidNotHoldFor() {
        Policies brought = Policies.of(
                new Policy("p0", Schedule.always(), List.of()),
                new Policy("p1", Schedule.always(), List.of(minutes(RESPONSE, 5))));
        Case answered =
                Script.opened().at(30).says(Script.BOB).at(40).under("p1").done();
        for (long minute : List.of(35L, 45L)) {
            assertThat(brought.clocks(answered, RESPONSE.name(), Script.minute(minute)))
                    .isEmpty();
            assertThat(brought.cycles(answered, Script.minute(minute))).isEmpty();
        }
        Goal next = Goal.nextResponse(Duration.ofHours(1));
        Policies removed = Policies.of(
                new Policy("p0", Schedule.always(), List.of(next)), new Policy("p1", Schedule.always(), List.of()));
        Case asked = Script.opened()
                .at(10)
                .under("p1")
                .at(20)
                .says(Script.ANN)
                .at(30)
                .says(Script.BOB)
                .done();
        assertThat(removed.clocks(asked, next.name(), Script.minute(60))).isEmpty();
        assertThat(removed.cycles(asked, Script.minute(60))).isEmpty();
    }
}
