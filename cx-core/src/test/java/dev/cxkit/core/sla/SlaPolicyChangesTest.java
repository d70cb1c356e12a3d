package dev.cxkit.core.sla;

import static dev.cxkit.core.sla.SlaPoliciesTest.HOURS;
import static dev.cxkit.core.sla.SlaPoliciesTest.RESOLUTION;
import static dev.cxkit.core.sla.SlaPoliciesTest.RESPONSE;
import static dev.cxkit.core.sla.SlaPoliciesTest.minutes;
import static dev.cxkit.core.sla.SlaPoliciesTest.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.Script;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.time.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cases that are put under another policy. */
class SlaPolicyChangesTest {

    /** At 40 a stricter policy takes over: 40 minutes are used already, and the target is now 50. */
    @Test
    void aNewPolicyMeasuresFromTheOriginalStart() {
        SlaPolicies policies = SlaPolicies.of(
                new SlaPolicy("slow", Schedule.always(), List.of(RESOLUTION)),
                new SlaPolicy("fast", Schedule.always(), List.of(minutes(RESOLUTION, 50))));
        Case supportCase = Script.opened().at(40).under("fast").done();
        SlaClock running = only(policies.clocks(supportCase, Script.minute(45)));
        assertThat(running.due()).contains(Script.minute(50));
        assertThat(running.elapsed()).isEqualTo(Duration.ofMinutes(45));
        Case met = Script.opened().at(30).resolves().at(40).under("fast").done();
        assertThat(only(policies.clocks(met, Script.minute(45))).target().duration())
                .isEqualTo(Duration.ofMinutes(100));
    }

    /** From 9:00 to 17:00 by hours, then always: each second counts under the hours in force then. */
    @Test
    void eachSecondCountsUnderTheHoursInForceThen() {
        SlaPolicies policies = SlaPolicies.of(
                new SlaPolicy("hours", HOURS, List.of(SlaTarget.resolution(Duration.ofHours(20)))),
                new SlaPolicy("always", Schedule.always(), List.of(SlaTarget.resolution(Duration.ofHours(20)))));
        // Opened Monday 9:00, always from Monday 20:00, resolved Monday 23:00: 8 + 3 hours.
        Case supportCase = Script.opened()
                .at(11 * 60)
                .under("always")
                .at(14 * 60)
                .resolves()
                .done();
        SlaClock clock = only(policies.clocks(supportCase, Script.minute(24 * 60)));
        assertThat(clock.elapsed()).isEqualTo(Duration.ofHours(11));
        assertThat(clock.segments().stream().map(ClockSegment::kind))
                .containsExactly(ClockSegment.Kind.COUNTED, ClockSegment.Kind.CLOSED, ClockSegment.Kind.COUNTED);
        assertThat(clock.segments().get(2).cause()).isInstanceOf(WorkflowEvent.SlaPolicyApplied.class);
    }

    @Test
    void aTargetThatCeasesToHoldIsCancelledUnlessItWasBreachedBefore() {
        SlaPolicies policies = SlaPolicies.of(
                new SlaPolicy("strict", Schedule.always(), List.of(RESPONSE)),
                new SlaPolicy("lenient", Schedule.always(), List.of()));
        Case early =
                Script.opened().at(50).under("lenient").at(200).says(Script.BOB).done();
        SlaClock cancelled = only(policies.clocks(early, Script.minute(300)));
        assertThat(cancelled.status()).isEqualTo(SlaClock.Status.CANCELLED);
        assertThat(cancelled.elapsed()).isEqualTo(Duration.ofMinutes(50));
        Case late = Script.opened().at(70).under("lenient").done();
        assertThat(only(policies.clocks(late, Script.minute(300))).status()).isEqualTo(SlaClock.Status.BREACHED);
    }

    @Test
    void timeUnderAPolicyWithoutTheTargetCountsInTheHoursOfThatPolicy() {
        SlaTarget threeHours = minutes(RESOLUTION, 180);
        SlaPolicies policies = SlaPolicies.of(
                new SlaPolicy("p0", Schedule.always(), List.of(threeHours)),
                new SlaPolicy("none", Schedule.never(), List.of()),
                new SlaPolicy("p2", Schedule.always(), List.of(threeHours)));
        Case supportCase =
                Script.opened().at(60).under("none").at(360).under("p2").done();
        Instant now = Script.minute(361);
        SlaClock clock = policies.clocks(supportCase, threeHours.name(), now).get(0);
        assertThat(clock.elapsed()).as("the first hour, and the last minute").isEqualTo(Duration.ofMinutes(61));
        assertThat(clock.status()).isEqualTo(SlaClock.Status.RUNNING);
        assertThat(only(policies.clocks(supportCase, now))).isEqualTo(clock);
        assertThat(clock.segments().stream()
                        .filter(segment -> segment.kind() == ClockSegment.Kind.COUNTED)
                        .map(segment -> segment.range().length())
                        .reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(clock.elapsed());
    }

    @Test
    void aTargetThatComesOrGoesDoesNotJudgeWhatItDidNotHoldFor() {
        SlaPolicies brought = SlaPolicies.of(
                new SlaPolicy("p0", Schedule.always(), List.of()),
                new SlaPolicy("p1", Schedule.always(), List.of(minutes(RESPONSE, 5))));
        Case answered =
                Script.opened().at(30).says(Script.BOB).at(40).under("p1").done();
        for (long minute : List.of(35L, 45L)) {
            assertThat(brought.clocks(answered, RESPONSE.name(), Script.minute(minute)))
                    .isEmpty();
            assertThat(brought.clocks(answered, Script.minute(minute))).isEmpty();
        }
        SlaTarget next = SlaTarget.nextResponse(Duration.ofHours(1));
        SlaPolicies removed = SlaPolicies.of(
                new SlaPolicy("p0", Schedule.always(), List.of(next)),
                new SlaPolicy("p1", Schedule.always(), List.of()));
        Case asked = Script.opened()
                .at(10)
                .under("p1")
                .at(20)
                .says(Script.ANN)
                .at(30)
                .says(Script.BOB)
                .done();
        assertThat(removed.clocks(asked, next.name(), Script.minute(60))).isEmpty();
        assertThat(removed.clocks(asked, Script.minute(60))).isEmpty();
    }
}
