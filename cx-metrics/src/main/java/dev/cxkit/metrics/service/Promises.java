package dev.cxkit.metrics.service;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.ConversationEvent;
import dev.cxkit.metrics.BiFn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Promise keeping: promises fulfilled in time, and promises renewed. How far off the promised times were is {@link PromiseError}.
 *
 * <ul>
 *   <li>A promise of news is fulfilled by our next public message, of an agent or a bot; one of a solution by the next resolution.
 *   <li>A new promise of the same before the old one is due takes its place: the old one is renewed.
 * </ul>
 *
 * <p>Asked by {@link Share#metric(Reading, Instant)}.
 */
public final class Promises {

    private Promises() {}

    /** What became of one promise; {@code kept} is when it was fulfilled, also too late, and null if it was not. */
    record Fulfilment(
            ConversationEvent.Promise promise, @Nullable Instant kept, boolean renewed, boolean ended) {

        Outcome inTime(Instant asOf) {
            if (kept != null && !kept.isAfter(promise.dueAt())) {
                return Outcome.YES;
            } else if (renewed) {
                return Outcome.excluded("renewed");
            } else if (asOf.isAfter(promise.dueAt()) && !ended) {
                return kept == null ? Outcome.OVERDUE : Outcome.NO;
            }
            return Outcome.excluded(ended ? "ended" : "running");
        }
    }

    /**
     * Returns the share of promises fulfilled in time, of those fulfilled or due. Excluded are those {@code running}, those
     * {@code renewed} before they were due, and promises of news whose case {@code ended} before they were due.
     */
    public static Reading<Case, Outcome> kept() {
        return outcomes("promises kept", Fulfilment::inTime);
    }

    /**
     * Returns the share of promises that were renewed before they were due, of those not fulfilled before they were due or renewed. Excluded
     * are those {@code kept}, {@code running}, and those whose case {@code ended}.
     */
    public static Reading<Case, Outcome> renewed() {
        return outcomes("promises renewed", (fulfilment, asOf) -> {
            Outcome outcome = fulfilment.inTime(asOf);
            return fulfilment.renewed && outcome.kind() == Outcome.Kind.EXCLUDED
                    ? Outcome.YES
                    : outcome.equals(Outcome.YES) ? Outcome.excluded("kept") : outcome;
        });
    }

    private static Reading<Case, Outcome> outcomes(String name, BiFn<Fulfilment, Instant, Outcome> outcome) {
        return Reading.ofCases(
                name,
                (supportCase, asOf) -> fulfilments(supportCase, asOf).stream()
                        .map(fulfilment -> outcome.apply(fulfilment, asOf))
                        .toList());
    }

    static List<Fulfilment> fulfilments(Case supportCase, Instant asOf) {
        List<CaseEvent> events = supportCase.effectiveEvents(asOf);
        List<Fulfilment> fulfilments = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof ConversationEvent.Promise promise) {
                fulfilments.add(fulfilment(promise, events.subList(i + 1, events.size())));
            }
        }
        return fulfilments;
    }

    private static Fulfilment fulfilment(ConversationEvent.Promise promise, List<CaseEvent> later) {
        boolean news = promise.what() == ConversationEvent.PromiseKind.UPDATE;
        for (CaseEvent event : later) {
            boolean before = !event.occurredAt().isAfter(promise.dueAt());
            boolean update = event instanceof ConversationEvent.Message message && message.reachesCustomer();
            if (news ? update : CaseEvent.endsCase(event)) {
                return new Fulfilment(promise, event.occurredAt(), false, false);
            } else if (event instanceof ConversationEvent.Promise other && other.what() == promise.what() && before) {
                return new Fulfilment(promise, null, true, false);
            } else if (CaseEvent.endsCase(event) && before) {
                return new Fulfilment(promise, null, false, true);
            }
        }
        return new Fulfilment(promise, null, false, false);
    }
}
