package dev.cxkit.core.sla;

import static dev.cxkit.core.sla.SlaPoliciesTest.HOURS;
import static dev.cxkit.core.sla.SlaPoliciesTest.RESOLUTION;
import static dev.cxkit.core.sla.SlaPoliciesTest.RESPONSE;
import static dev.cxkit.core.sla.SlaPoliciesTest.minutes;
import static dev.cxkit.core.sla.SlaPoliciesTest.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.support.Actor;
import dev.cxkit.core.support.Assignee;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.Script;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.core.time.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Closing, hours of a target, policies for some cases, more clocks: figures worked out by hand, in minutes after Monday, 9:00. */
class SlaDecisionsTest {

    private static SlaPolicies always(SlaTarget... targets) {
        return SlaPolicies.of(new SlaPolicy("standard", Schedule.always(), List.of(targets)));
    }

    private static SlaClock clock(SlaTarget target, Case of, long asOf) {
        return only(always(target).clocks(of, Script.minute(asOf)));
    }

    /** The example of the decision: 59 minutes before the closing and 59 after the reopening are 1 h 58 min. */
    @Test
    void closingPausesTheFirstResponse() {
        Case of = Script.opened()
                .at(59)
                .closes()
                .at(500)
                .reopens()
                .at(559)
                .says(Script.BOB)
                .done();
        SlaClock closed = clock(RESPONSE, of, 400);
        assertThat(closed.status()).isEqualTo(SlaClock.Status.PAUSED);
        assertThat(closed.elapsed()).isEqualTo(Duration.ofMinutes(59));
        assertThat(closed.due()).isEmpty();
        SlaClock answered = clock(RESPONSE, of, 600);
        assertThat(answered.status()).isEqualTo(SlaClock.Status.BREACHED);
        assertThat(answered.elapsed()).isEqualTo(Duration.ofMinutes(118));
        assertThat(answered.stoppedAt()).contains(Script.minute(559));
        assertThat(answered.due()).as("one minute after the reopening").contains(Script.minute(501));
    }

    @Test
    void anAbandonedCaseIsNotResolvedInTime() {
        SlaClock abandoned = clock(RESOLUTION, Script.opened().at(50).closes().done(), 60);
        assertThat(abandoned.status()).isEqualTo(SlaClock.Status.CANCELLED);
        assertThat(abandoned.stoppedAt()).isEmpty();
        assertThat(clock(RESOLUTION, Script.opened().at(101).closes().done(), 300)
                        .status())
                .as("breached before")
                .isEqualTo(SlaClock.Status.BREACHED);
    }

    @Test
    void aBreachedClockRanOutOrWasStoppedLate() {
        Case open = Script.opened().done();
        SlaClock ranOut = clock(RESPONSE, open, 61);
        assertThat(ranOut.status()).isEqualTo(SlaClock.Status.BREACHED);
        assertThat(ranOut.stoppedAt()).isEmpty();
        assertThat(ranOut.due()).contains(Script.minute(60));
        SlaClock late = clock(RESPONSE, Script.opened().at(61).says(Script.BOB).done(), 99);
        assertThat(late.status()).isEqualTo(SlaClock.Status.BREACHED);
        assertThat(late.stoppedAt()).contains(Script.minute(61));
        assertThat(late.due()).contains(Script.minute(60));
    }

    @Test
    void whenItWasDueStaysKnownWhenItWasMet() {
        Case met = Script.opened().at(10).says(Script.BOB).done();
        assertThat(clock(RESPONSE, met, 99).thresholds())
                .containsExactly(
                        new SlaClock.Threshold(50, Script.minute(30)),
                        new SlaClock.Threshold(75, Script.minute(45)),
                        new SlaClock.Threshold(100, Script.minute(60)));
        // Opened on Monday at 9:00, answered at 16:30 after 7.5 hours of 9: the others are on Tuesday until 10:00.
        SlaPolicies hours =
                SlaPolicies.of(new SlaPolicy("hours", HOURS, List.of(SlaTarget.firstResponse(Duration.ofHours(9)))));
        Case late = Script.opened().at(450).says(Script.BOB).done();
        assertThat(only(hours.clocks(late, Script.minute(9999))).due()).contains(Script.minute(25 * 60));
        Case cancelled = Script.opened().at(10).resolves().done();
        assertThat(clock(RESPONSE, cancelled, 99).due()).as("cancelled").isEmpty();
        assertThat(clock(
                                RESOLUTION,
                                Script.opened()
                                        .at(9)
                                        .waitsOn(WaitingOn.CUSTOMER)
                                        .done(),
                                99)
                        .due())
                .as("paused")
                .isEmpty();
    }

    @Test
    void aTargetHasHoursOfItsOwn() {
        SlaTarget round = minutes(RESPONSE, 600).withSchedule(Schedule.always());
        SlaPolicies policies = SlaPolicies.of(new SlaPolicy("p", HOURS, List.of(round, minutes(RESOLUTION, 600))));
        Case of = Script.opened().done();
        List<SlaClock> clocks = policies.clocks(of, Script.minute(540));
        assertThat(clocks).extracting(SlaClock::elapsed).containsExactly(Duration.ofHours(9), Duration.ofHours(8));
        assertThat(clocks.get(0).due()).contains(Script.minute(600));
        assertThat(clocks.get(1).due()).as("two hours on Tuesday").contains(Script.minute(26 * 60));
        assertThat(clocks.get(0).segments()).extracting(ClockSegment::kind).containsExactly(ClockSegment.Kind.COUNTED);
        assertThat(policies)
                .hasToString("p in 'mon-fri 09:00-17:00 in UTC' [first-response: first-response within PT10H first in"
                        + " always, resolution: resolution within PT10H first paused while waiting on customer]");
        assertThat(round.each().pausedWhile(WaitingOn.CUSTOMER).schedule()).isEqualTo(Schedule.always());
    }

    private static final SlaPolicies BY_PRIORITY = SlaPolicies.of(
            new SlaPolicy("standard", Schedule.always(), List.of(minutes(RESOLUTION, 400))),
            new SlaPolicy("urgent", Schedule.always(), List.of(minutes(RESOLUTION, 100))).forPriority("P1", "P2"),
            new SlaPolicy("bills", Schedule.always(), List.of(minutes(RESOLUTION, 200))).forCategory("invoices"),
            new SlaPolicy("gold", Schedule.always(), List.of(minutes(RESOLUTION, 50))));

    private static Script classified(Script script, long at, @Nullable String category, @Nullable String priority) {
        return script.event(new WorkflowEvent.Classified(Script.minute(at), Script.BOB, category, priority));
    }

    private static long target(Script script, long asOf) {
        return only(BY_PRIORITY.clocks(script.done(), Script.minute(asOf)))
                .target()
                .duration()
                .toMinutes();
    }

    @Test
    void aPolicyAppliesToSomeCases() {
        assertThat(target(Script.opened(), 9))
                .as("P3, billing: none of the conditions")
                .isEqualTo(400);
        Script urgent = classified(Script.opened(), 10, null, "P2");
        assertThat(target(urgent, 9)).isEqualTo(400);
        assertThat(target(urgent, 10)).isEqualTo(100);
        Script back = classified(urgent, 20, "invoices", "P3");
        assertThat(target(back, 20)).isEqualTo(200);
        assertThat(target(classified(back, 30, null, "P1"), 30))
                .as("the first that applies")
                .isEqualTo(100);
        Script named = classified(Script.opened().at(5).under("gold"), 10, null, "P1");
        assertThat(target(named, 10)).as("put under a policy by name").isEqualTo(50);
        SlaClock clock = only(BY_PRIORITY.clocks(urgent.done(), Script.minute(10)));
        assertThat(clock.start()).isEqualTo(Script.START);
        assertThat(clock.due()).contains(Script.minute(100));
        assertThat(BY_PRIORITY.toString())
                .contains(
                        "urgent in always [resolution: resolution within PT1H40M first paused while waiting on"
                                + " customer] for 'priority P1 or P2'",
                        "for 'category invoices'")
                .isNotEqualTo(
                        SlaPolicies.of(new SlaPolicy("standard", Schedule.always(), List.of(minutes(RESOLUTION, 400))))
                                .toString());
        assertThatThrownBy(() -> new SlaPolicy("p", HOURS, List.of()).when(" ", (of, at) -> true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name of condition of SLA policy is blank");
    }

    /** P1 for 30 minutes, P3 for 60 under no policy, then P1 again: the clock counts from the opening. */
    @Test
    void aCancelledClockWhoseTargetComesBackGoesOnFromTheOriginalStart() {
        SlaPolicies urgentOnly = SlaPolicies.of(
                new SlaPolicy("urgent", Schedule.always(), List.of(minutes(RESOLUTION, 100))).forPriority("P1"));
        Script script =
                classified(classified(classified(Script.opened(), 0, null, "P1"), 30, null, "P3"), 90, null, "P1");
        SlaClock cancelled = only(urgentOnly.clocks(script.done(), Script.minute(60)));
        assertThat(cancelled.status()).isEqualTo(SlaClock.Status.CANCELLED);
        assertThat(cancelled.elapsed()).isEqualTo(Duration.ofMinutes(30));
        SlaClock back = only(urgentOnly.clocks(script.done(), Script.minute(95)));
        assertThat(back.status()).isEqualTo(SlaClock.Status.RUNNING);
        assertThat(back.start()).isEqualTo(Script.START);
        assertThat(back.elapsed()).isEqualTo(Duration.ofMinutes(95));
        assertThat(back.due()).contains(Script.minute(100));
        assertThat(urgentOnly.clocks(Script.opened().done(), Script.minute(9)))
                .as("under no policy")
                .isEmpty();
    }

    @Test
    void conditionsAreAskedInTheOrderGivenAndTheOthersAreById() {
        SlaPolicy first = new SlaPolicy("z", Schedule.always(), List.of());
        SlaPolicy a = new SlaPolicy("a", Schedule.always(), List.of()).forPriority("P1");
        SlaPolicy b = new SlaPolicy("b", Schedule.always(), List.of()).forCategory("billing");
        SlaPolicy c = new SlaPolicy("c", Schedule.always(), List.of());
        assertThat(SlaPolicies.of(first, c, b, a))
                .hasToString("z in always []; b in always [] for 'category billing'; a in always [] for 'priority P1';"
                        + " c in always []");
    }

    @Test
    void thereAreMoreClocks() {
        Case of = Script.opened()
                .at(1)
                .says(Actor.bot("robot"))
                .at(10)
                .assigns(Assignee.bot("robot"))
                .at(20)
                .assigns(Assignee.person("one", "bob"))
                .at(50)
                .says(Script.BOB)
                .at(95)
                .says(Script.BOB)
                .done();
        assertThat(clock(SlaTarget.ownerResponse(Duration.ofMinutes(30)), of, 99))
                .satisfies(clock -> assertThat(clock.status()).isEqualTo(SlaClock.Status.MET))
                .satisfies(clock -> assertThat(clock.elapsed()).isEqualTo(Duration.ofMinutes(30)));
        assertThat(always(SlaTarget.humanResponse(Duration.ofMinutes(29))).clocks(of, Script.minute(99)))
                .extracting(SlaClock::status)
                .containsExactly(SlaClock.Status.CANCELLED, SlaClock.Status.BREACHED);
        assertThat(always(SlaTarget.update(Duration.ofMinutes(45))).clocks(of, Script.minute(99)))
                .extracting(SlaClock::status)
                .containsExactly(SlaClock.Status.BREACHED, SlaClock.Status.MET, SlaClock.Status.RUNNING);
        assertThat(Stream.of(
                                SlaTarget.ownerResponse(Duration.ofHours(1)),
                                SlaTarget.update(Duration.ofHours(1)),
                                SlaTarget.nextResponse(Duration.ofHours(1)),
                                SlaTarget.humanResponse(Duration.ofHours(1)))
                        .map(SlaTarget::recurrence))
                .containsExactly(
                        SlaTarget.Recurrence.EACH,
                        SlaTarget.Recurrence.EACH,
                        SlaTarget.Recurrence.EACH,
                        SlaTarget.Recurrence.FIRST);
    }
}
