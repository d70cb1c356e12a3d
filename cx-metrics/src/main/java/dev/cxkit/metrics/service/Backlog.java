package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.quantiles.ValueDistribution;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The {@index backlog}: the cases that were open at an instant, and how old they were then.
 *
 * <ul>
 *   <li>Open is a case that waits on us, the customer or a third party, after all that happened at the instant.
 *   <li>No snapshots are needed: any instant can be asked for. By ranges of age it is {@link Ageing}, in and out of it {@link BacklogFlow}.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.support.Actor;
 * import dev.cxkit.core.support.Case;
 * import dev.cxkit.metrics.service.Backlog;
 * import java.time.Duration;
 * import java.time.Instant;
 * import java.util.List;
 *
 * Instant monday = Instant.parse("2026-03-02T09:00:00Z");
 * List<Case> cases = List.of(
 *         Case.builder("1").opened(monday, "ada").build(),
 *         Case.builder("2").opened(monday, "bob").resolved(monday.plusSeconds(3600), Actor.agent("kim")).build());
 * Backlog backlog = Backlog.metric(monday.plus(Duration.ofHours(5))).over(cases);
 * System.out.println(backlog.open() + " open, median age " + backlog.age().median().getAsDouble() / 3600 + " h");
 * // -> 1 open, median age 5.0 h
 * }</pre>
 *
 * @param cases which cases were looked at; without a value are those that were done
 * @param age the calendar time since the opening of each open case, in seconds to the millisecond
 * @param sinceChange the calendar time since anything last happened in it, in seconds to the millisecond
 */
public record Backlog(Coverage cases, ValueDistribution age, ValueDistribution sinceChange) implements Result {

    /** Takes the parts as they are. */
    public Backlog {
        requireNonNull(cases, "cases");
        requireNonNull(age, "age");
        requireNonNull(sinceChange, "sinceChange");
    }

    /**
     * Returns the metric of the backlog at the instant, after all that happened then. Ages are exact however many there are; memory grows
     * with the number of distinct ages, 16 to 48 bytes for each.
     */
    public static Metric<Case, Backlog> metric(Instant asOf) {
        return Coverage.metric(
                Reading.ofCases("backlog", Backlog::ages),
                Metric.both(
                        ValueDistribution.exactMetric(1000).<Ages>on(Ages::age),
                        ValueDistribution.exactMetric(1000).<Ages>on(Ages::sinceChange),
                        Spread::new),
                (cases, spread) -> new Backlog(cases, spread.age, spread.sinceChange),
                asOf);
    }

    private record Ages(long age, long sinceChange) {}

    private record Spread(ValueDistribution age, ValueDistribution sinceChange) {}

    private static List<Ages> ages(Case supportCase, Instant asOf) {
        if (supportCase.waitingOn(asOf) == WaitingOn.DONE) {
            return List.of();
        }
        List<CaseEvent> events = supportCase.effectiveEvents(asOf);
        Instant last = events.get(events.size() - 1).occurredAt();
        return List.of(new Ages(
                Duration.between(supportCase.openedAt(), asOf).toMillis(),
                Duration.between(last, asOf).toMillis()));
    }

    /** Returns how many cases were open. */
    public long open() {
        return age.n();
    }

    /** Returns how many are open, their ages in seconds, and the coverage. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("open", open())
                .with("age", age)
                .with("sinceChange", sinceChange)
                .with("cases", cases)
                .map();
    }
}
