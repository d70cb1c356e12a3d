package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Actor;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.WorkflowEvent;
import dev.cxkit.metrics.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * What counts as resolved at the first contact: the forms in use, which do not agree, so a figure without its form says little. In all
 * of them a case that is reopened within the window is not. That the same customer has no new case is asked by
 * {@link RepeatContacts}, which needs all cases of a customer.
 */
@SuppressWarnings("ImmutableEnumChecker")
public enum FirstContactRule {

    /** It never changed hands before it was resolved. The default. */
    NO_TRANSFER((of, resolved) -> {
        for (Transfers.Transfer transfer : Transfers.of(CaseEvents.upToEnd(of, resolved))) {
            if (!transfer.first()) {
                return false;
            }
        }
        return true;
    }),

    /** A human of ours took exactly one turn. */
    ONE_TOUCH((of, resolved) -> Resolutions.touches(CaseEvents.upToEnd(of, resolved)) == 1),

    /** A human of ours took one turn or none, as Zendesk counts. */
    AT_MOST_ONE_TOUCH((of, resolved) -> Resolutions.touches(CaseEvents.upToEnd(of, resolved)) <= 1),

    /** The customer said nothing after our first answer until it was resolved, as Freshservice counts. */
    NO_CUSTOMER_REPLY((of, resolved) -> {
        boolean answered = false;
        for (CaseEvent event : CaseEvents.upToEnd(of, resolved)) {
            if (answered && CaseEvents.asks(event)) {
                return false;
            }
            answered |= CaseEvents.answers(event);
        }
        return true;
    }),

    /** Not more than one human of ours took part, seen or not, as Intercom counts. */
    ONE_PERSON((of, resolved) -> {
        Actor person = null;
        for (CaseEvent event : CaseEvents.upToEnd(of, resolved)) {
            Actor by = event.by();
            if (by.kind() == Actor.Kind.AGENT) {
                if (person != null && !person.equals(by)) {
                    return false;
                }
                person = by;
            }
        }
        return true;
    }),

    /** The customer says that the first resolution is one. */
    CUSTOMER_CONFIRMED((of, resolved) -> {
        for (CaseEvent event : CaseEvents.upToEnd(of, resolved)) {
            if (event instanceof WorkflowEvent.Resolved end
                    && end.occurredAt().equals(resolved)
                    && end.confirmedBy() == WorkflowEvent.Resolved.Confirmation.CUSTOMER) {
                return true;
            }
        }
        return false;
    });

    /** Whether the case, up to its first resolution, is of this form. */
    private final BiPredicate<Case, Instant> holds;

    FirstContactRule(BiPredicate<Case, Instant> holds) {
        this.holds = holds;
    }

    /** The form that is used where none is asked for. */
    public static final FirstContactRule DEFAULT = NO_TRANSFER;

    /** The time in which a case must not be reopened, where none is asked for. */
    public static final Duration DEFAULT_WINDOW = Duration.ofDays(7);

    /**
     * The share, with the form that it has.
     *
     * @param form what counted as resolved at the first contact
     * @param window the time in which a case must not be reopened
     * @param share the share of resolved cases; left out are those that are {@code open} and those {@code immature}, whose window is
     *     not over
     */
    public record FirstContactResolution(FirstContactRule form, Duration window, Share share) {

        /** Checks the parts; throws an {@link IllegalArgumentException} if the window is not above 0. */
        public FirstContactResolution {
            requireNonNull(form, "form");
            Resolutions.aboveZero(window);
            requireNonNull(share, "share");
        }
    }

    /** Returns the metric of this form with the {@link #DEFAULT_WINDOW}. */
    public Metric<Case, FirstContactResolution> asOf(Instant asOf) {
        return asOf(asOf, DEFAULT_WINDOW);
    }

    /**
     * Returns the metric of this form.
     *
     * @param window above 0
     * @throws IllegalArgumentException if the window is not above 0
     */
    public Metric<Case, FirstContactResolution> asOf(Instant asOf, Duration window) {
        Resolutions.aboveZero(window);
        FirstContactRule form = this;
        return Share.metric(new Reading<>(
                        "first-contact resolution, " + name() + " within " + window,
                        (of, at) -> List.of(form.outcome(of, at, window))), asOf)
                .then(share -> new FirstContactResolution(form, window, share));
    }

    private Outcome outcome(Case of, Instant asOf, Duration window) {
        List<Instant> resolved = of.resolutions(asOf);
        if (resolved.isEmpty()) {
            return Outcome.OPEN;
        }
        Instant first = resolved.get(0);
        return first.plus(window).isAfter(asOf)
                ? Outcome.IMMATURE
                : Outcome.of(!Resolutions.reopenedAfter(of, first, window) && holds.test(of, first));
    }
}
