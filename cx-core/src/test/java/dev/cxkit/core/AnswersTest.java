package dev.cxkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.core.customer.Identifier;
import dev.cxkit.core.identity.Identities;
import dev.cxkit.core.identity.IdentityObservation;
import dev.cxkit.core.identity.IdentityResolver;
import dev.cxkit.core.intake.Intake;
import dev.cxkit.core.sla.SlaClock;
import dev.cxkit.core.sla.SlaPolicies;
import dev.cxkit.core.sla.SlaPolicy;
import dev.cxkit.core.sla.SlaTarget;
import dev.cxkit.core.support.Actor;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseInterval;
import dev.cxkit.core.time.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What core answers leaves the host as documents; the expected ones are written down by hand. */
class AnswersTest {

    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
    private static final Instant TEN = NINE.plusSeconds(3600);

    private final Case parcel = Case.builder("parcel")
            .opened(NINE, "ada")
            .waitingOnCustomer(TEN, Actor.agent("kim"))
            .build();

    @Test
    void a_clock_says_what_it_counted_and_when_it_is_due() {
        SlaTarget target = SlaTarget.resolution(Duration.ofHours(2));
        SlaClock clock = SlaPolicies.of(new SlaPolicy("standard", Schedule.always(), List.of(target)))
                .clocks(parcel, TEN.plusSeconds(1800))
                .get(0);
        // One of the two hours is used up when the clock pauses; half of the target is, and the rest is not yet known.
        assertThat(clock.document())
                .containsEntry("target", "resolution")
                .containsEntry("status", "paused")
                .containsEntry("elapsed", "PT1H")
                .containsEntry("duration", "PT2H")
                .containsEntry("elapsedShare", 0.5)
                .containsEntry("start", "2026-01-05T09:00:00Z")
                .doesNotContainKeys("stoppedAt", "due")
                .containsEntry(
                        "segments",
                        List.of(
                                Map.of(
                                        "from", "2026-01-05T09:00:00Z",
                                        "to", "2026-01-05T10:00:00Z",
                                        "kind", "counted",
                                        "cause", "opened"),
                                Map.of(
                                        "from", "2026-01-05T10:00:00Z",
                                        "to", "2026-01-05T10:30:00Z",
                                        "kind", "paused",
                                        "cause", "waiting")));
        assertThat(clock.text(1)).startsWith("target resolution, status paused, elapsed PT1H");
    }

    @Test
    void a_case_says_on_whom_it_waited_and_for_what() {
        assertThat(parcel.segments(TEN.plusSeconds(1)).get(1).document())
                .isEqualTo(Map.of(
                        "from", "2026-01-05T10:00:00Z",
                        "to", "2026-01-05T10:00:01Z",
                        "waitingOn", "customer",
                        "cause", "waiting"));
        assertThat(new CaseInterval(NINE, TEN, null, false).document())
                .containsExactly(
                        Map.entry("start", "2026-01-05T09:00:00Z"),
                        Map.entry("stop", "2026-01-05T10:00:00Z"),
                        Map.entry("answeredByBot", false));
    }

    @Test
    void identities_are_counted_by_rule_and_outcome() {
        Identifier cookie = Identifier.weak(Identifier.Kind.COOKIE, "7");
        Identifier ann = Identifier.strong(Identifier.Kind.ACCOUNT, "ann");
        Identifier ben = Identifier.strong(Identifier.Kind.ACCOUNT, "ben");
        Identities identities = IdentityResolver.standard()
                .resolve(List.of(
                        IdentityObservation.of("t-1", NINE, cookie),
                        IdentityObservation.of("t-2", TEN, ann, ben, cookie),
                        IdentityObservation.of("t-2", TEN, ann)));
        Map<String, String> anns = Map.of("kind", "account", "value", "ann");
        Map<String, Object> conflict = Map.of(
                "observation",
                "t-2",
                "leading",
                anns,
                "other",
                Map.of("kind", "account", "value", "ben"),
                "outcome",
                "conflict");
        assertThat(identities.document())
                .containsExactly(
                        Map.entry("customers", 1),
                        Map.entry("observations", 2),
                        Map.entry("duplicates", 1),
                        Map.entry(
                                "assignments",
                                Map.of("named", 1, "last-seen", 0, "next-seen", 1, "chained", 0, "anonymous", 0)),
                        Map.entry("merges", Map.of("merged", 0, "conflict", 1, "cannot-link", 0)),
                        Map.entry("conflicts", List.of(conflict)));
        assertThat(identities.assignment("t-2").orElseThrow().document())
                .containsExactly(
                        Map.entry("observation", "t-2"),
                        Map.entry("customer", "t-1"),
                        Map.entry("rule", "named"),
                        Map.entry("by", anns));
    }

    @Test
    void an_intake_reports_what_it_rejected() {
        Intake<String> intake = Intake.listing(1, row -> {});
        intake.offer(1, () -> "fine");
        for (int i = 2; i < 4; i++) {
            intake.offer(i, () -> {
                throw new IllegalArgumentException("amount is blank");
            });
        }
        assertThat(intake.report().document())
                .containsExactly(
                        Map.entry("accepted", 1L),
                        Map.entry("rejected", 2L),
                        Map.entry("rejectedRows", List.of(Map.of("position", 2L, "reason", "amount is blank"))));
    }
}
