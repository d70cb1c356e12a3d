package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.ConversationEvent;
import dev.cxkit.metrics.BiFn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.quantiles.ValueDistribution;
import dev.cxkit.metrics.stats.Moments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Whether customers get what they were promised in time. A promise of news is kept by the next message of ours that the customer sees,
 * one of a solution by the next resolution. A new promise of the same before the old one is due takes its place.
 */
public final class Promises {

    private Promises() {}

    /** What became of one promise; {@code kept} is when, also too late, and null if it was not. */
    private record Fulfilment(
            ConversationEvent.Promise promise, @Nullable Instant kept, boolean renewed, boolean ended) {

        Outcome inTime(Instant asOf) {
            if (kept != null && !kept.isAfter(promise.dueAt())) {
                return Outcome.YES;
            } else if (renewed) {
                return Outcome.excluded("renewed");
            } else if (asOf.isAfter(promise.dueAt()) && !ended) {
                return Outcome.NO;
            }
            return Outcome.excluded(ended ? "ended" : "running");
        }
    }

    /**
     * Returns the share of promises kept in time, of those kept or due. Left out are those {@code running}, those {@code renewed}
     * before they were due, and promises of news of which the case {@code ended} before they were due.
     */
    public static Reading<Case, Outcome> kept() {
        return outcomes("promises kept", Fulfilment::inTime);
    }

    /** Returns the share of promises, of those not kept before they were due or renewed, that were renewed before they were due. */
    public static Reading<Case, Outcome> renewed() {
        return outcomes("promises renewed", (fate, asOf) -> {
            Outcome outcome = fate.inTime(asOf);
            return fate.renewed && outcome.kind() == Outcome.Kind.EXCLUDED
                    ? Outcome.YES
                    : outcome.equals(Outcome.YES) ? Outcome.excluded("kept") : outcome;
        });
    }

    private static Reading<Case, Outcome> outcomes(String name, BiFn<Fulfilment, Instant, Outcome> outcome) {
        return new Reading<>(name, (of, asOf) -> {
            List<Outcome> outcomes = new ArrayList<>();
            for (Fulfilment fate : fulfilments(of, asOf)) {
                outcomes.add(outcome.apply(fate, asOf));
            }
            return outcomes;
        });
    }

    /**
     * How far off the promised times were, in seconds.
     *
     * @param cases which cases stand behind it
     * @param signed when it came less when it was promised: above 0 is late, so the mean is the bias
     * @param absolute the same without the sign
     */
    public record PromiseError(Coverage cases, Moments signed, ValueDistribution absolute) {

        /** Checks the parts. */
        public PromiseError {
            requireNonNull(cases, "cases");
            requireNonNull(signed, "signed");
            requireNonNull(absolute, "absolute");
        }

        /** Returns the median of the absolute errors; empty without data. */
        public OptionalDouble medianAbsolute() {
            return absolute.median();
        }
    }

    /** Returns the metric of the errors of all promises of which what was promised came, in time or late, as of the instant. */
    public static Metric<Case, PromiseError> error(Instant asOf) {
        return new CaseMetric<>(
                "errors of promised times",
                asOf,
                Promises::errors,
                Metric.both(Moments.metricOfLongs(), ValueDistribution.metric().<Long>on(Math::abs), Parts::new),
                (cases, parts) -> new PromiseError(cases, parts.signed, parts.absolute));
    }

    private static List<Long> errors(Case of, Instant asOf) {
        List<Long> errors = new ArrayList<>();
        for (Fulfilment fate : fulfilments(of, asOf)) {
            if (!fate.renewed && fate.kept != null) {
                errors.add(CensoredTime.seconds(Duration.between(fate.promise.dueAt(), fate.kept)));
            }
        }
        return errors;
    }

    private record Parts(Moments signed, ValueDistribution absolute) {}

    private static List<Fulfilment> fulfilments(Case of, Instant asOf) {
        List<CaseEvent> events = CaseEvents.upTo(of, asOf);
        List<Fulfilment> fates = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof ConversationEvent.Promise promise) {
                fates.add(fulfilment(promise, events.subList(i + 1, events.size())));
            }
        }
        return fates;
    }

    private static Fulfilment fulfilment(ConversationEvent.Promise promise, List<CaseEvent> later) {
        boolean news = promise.what() == ConversationEvent.PromiseKind.UPDATE;
        for (CaseEvent event : later) {
            boolean before = !event.occurredAt().isAfter(promise.dueAt());
            if (news ? CaseEvents.speaks(event) : CaseEvents.ends(event)) {
                return new Fulfilment(promise, event.occurredAt(), false, false);
            } else if (event instanceof ConversationEvent.Promise other && other.what() == promise.what() && before) {
                return new Fulfilment(promise, null, true, false);
            } else if (CaseEvents.ends(event) && before) {
                return new Fulfilment(promise, null, false, true);
            }
        }
        return new Fulfilment(promise, null, false, false);
    }
}
