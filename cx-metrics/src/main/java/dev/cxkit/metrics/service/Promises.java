package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.Dialogue;
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
    private record Fate(Dialogue.Promised promise, @Nullable Instant kept, boolean renewed, boolean ended) {

        Outcome inTime(Instant asOf) {
            if (kept != null && !kept.isAfter(promise.dueAt())) {
                return Outcome.YES;
            } else if (renewed) {
                return Outcome.leftOut("renewed");
            } else if (asOf.isAfter(promise.dueAt()) && !ended) {
                return Outcome.NO;
            }
            return Outcome.leftOut(ended ? "ended" : "running");
        }
    }

    /**
     * Returns the share of promises kept in time, of those kept or due. Left out are those {@code running}, those {@code renewed}
     * before they were due, and promises of news of which the case {@code ended} before they were due.
     */
    public static ShareMeasure kept() {
        return outcomes("promises kept", Fate::inTime);
    }

    /** Returns the share of promises, of those not kept before they were due or renewed, that were renewed before they were due. */
    public static ShareMeasure renewed() {
        return outcomes("promises renewed", (fate, asOf) -> {
            Outcome outcome = fate.inTime(asOf);
            return fate.renewed && outcome.kind() == Outcome.Kind.LEFT_OUT
                    ? Outcome.YES
                    : outcome.equals(Outcome.YES) ? Outcome.leftOut("kept") : outcome;
        });
    }

    private static ShareMeasure outcomes(String name, BiFn<Fate, Instant, Outcome> outcome) {
        return new ShareMeasure(name, (of, asOf) -> {
            List<Outcome> outcomes = new ArrayList<>();
            for (Fate fate : fates(of, asOf)) {
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
    public record Deviation(Coverage cases, Moments signed, ValueDistribution absolute) {

        /** Checks the parts. */
        public Deviation {
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
    public static Metric<Case, Deviation> error(Instant asOf) {
        return new CaseMetric<>(
                "errors of promised times",
                asOf,
                Promises::errors,
                Metric.both(Moments.ofLongs(), ValueDistribution.metric().<Long>on(Math::abs), Parts::new),
                (cases, parts) -> new Deviation(cases, parts.signed, parts.absolute));
    }

    private static List<Long> errors(Case of, Instant asOf) {
        List<Long> errors = new ArrayList<>();
        for (Fate fate : fates(of, asOf)) {
            if (!fate.renewed && fate.kept != null) {
                errors.add(Elapsed.seconds(Duration.between(fate.promise.dueAt(), fate.kept)));
            }
        }
        return errors;
    }

    private record Parts(Moments signed, ValueDistribution absolute) {}

    private static List<Fate> fates(Case of, Instant asOf) {
        List<CaseEvent> events = CaseEvents.upTo(of, asOf);
        List<Fate> fates = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof Dialogue.Promised promise) {
                fates.add(fate(promise, events.subList(i + 1, events.size())));
            }
        }
        return fates;
    }

    private static Fate fate(Dialogue.Promised promise, List<CaseEvent> later) {
        boolean news = promise.what() == Dialogue.Promise.UPDATE;
        for (CaseEvent event : later) {
            boolean before = !event.occurredAt().isAfter(promise.dueAt());
            if (news ? CaseEvents.speaks(event) : CaseEvents.ends(event)) {
                return new Fate(promise, event.occurredAt(), false, false);
            } else if (event instanceof Dialogue.Promised other && other.what() == promise.what() && before) {
                return new Fate(promise, null, true, false);
            } else if (CaseEvents.ends(event) && before) {
                return new Fate(promise, null, false, true);
            }
        }
        return new Fate(promise, null, false, false);
    }
}
