package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.quantiles.ValueDistribution;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The cases that were open at an instant, and how old they were then. No snapshots are needed: any instant can be asked for.
 *
 * @param cases which cases were looked at; without a value are those that were done
 * @param age the time since the opening of each open case, in seconds
 * @param sinceChange the time since anything last happened in it, in seconds
 */
public record Backlog(Coverage cases, ValueDistribution age, ValueDistribution sinceChange) {

    /** Checks the parts. */
    public Backlog {
        requireNonNull(cases, "cases");
        requireNonNull(age, "age");
        requireNonNull(sinceChange, "sinceChange");
    }

    /** Returns the metric of the backlog at the instant, after all that happened then. */
    public static Metric<Case, Backlog> at(Instant at) {
        return new CaseMetric<>(
                "backlog",
                at,
                Backlog::ages,
                Metric.both(
                        ValueDistribution.metric().<Ages>on(Ages::age),
                        ValueDistribution.metric().<Ages>on(Ages::sinceChange),
                        Spread::new),
                (cases, spread) -> new Backlog(cases, spread.age, spread.sinceChange));
    }

    private record Ages(long age, long sinceChange) {}

    private record Spread(ValueDistribution age, ValueDistribution sinceChange) {}

    private static List<Ages> ages(Case of, Instant at) {
        if (of.waitingOn(at) == WaitingOn.DONE) {
            return List.of();
        }
        List<CaseEvent> events = CaseEvents.upTo(of, at);
        Instant last = events.get(events.size() - 1).occurredAt();
        return List.of(new Ages(
                Duration.between(of.openedAt(), at).toSeconds(),
                Duration.between(last, at).toSeconds()));
    }

    /** Returns how many cases were open. */
    public long open() {
        return age.n();
    }
}
