package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.CaseEvent;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Sums;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@index Ageing} of the {@link Backlog}: how many cases were open at an instant, by range of age. Any instant can be asked for.
 *
 * @param cases which cases were looked at; without a value are those that were done
 * @param buckets how many open cases there were of each age, the youngest first; the last bucket has no end
 */
public record Ageing(Coverage cases, List<Bucket> buckets) implements Result {

    /** From when on a case ages. */
    public enum Since {
        /** From its opening. */
        OPENING,
        /** From the last thing that happened in it. */
        CHANGE
    }

    /**
     * The open cases of one range of ages.
     *
     * @param from the youngest age
     * @param to above every age in it; null for no end
     * @param open how many there are, at least 0
     */
    public record Bucket(Duration from, @Nullable Duration to, long open) implements Result {

        /** Refuses a range that ends where it begins or before, and a number below 0, with an {@link IllegalArgumentException}. */
        public Bucket {
            requireNonNull(from, "from");
            if (to != null && to.compareTo(from) <= 0) {
                throw new IllegalArgumentException("bucket to " + to + " is not above " + from);
            }
            Require.atLeast("open", open, 0);
        }

        /** Returns the bounds and how many are open between them. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("from", from)
                    .with("to", to)
                    .with("open", open)
                    .map();
        }
    }

    /** Copies the list, and checks that the open cases can be counted. */
    public Ageing {
        requireNonNull(cases, "cases");
        buckets = List.copyOf(buckets);
        open(buckets);
    }

    /** Returns how many cases were open. */
    public long open() {
        return open(buckets);
    }

    private static long open(List<Bucket> buckets) {
        return buckets.stream().mapToLong(Bucket::open).reduce(0, Math::addExact);
    }

    /**
     * Returns the metric of an instant, after all that happened then. With the limits of 1 and 3 days the buckets are 0 to below 1 day,
     * 1 to below 3 days, and 3 days and above.
     *
     * @param hours in which cases age; {@link Schedule#always()} for calendar time. Limits are in this time: where a working day has eight
     *     hours, one of three working days is of 24 hours
     * @param limits one or more, each above the one before, the first above 0
     * @throws IllegalArgumentException if there are no limits or they do not rise
     */
    public static Metric<Case, Ageing> metric(Since since, Schedule hours, List<Duration> limits, Instant asOf) {
        requireNonNull(since, "since");
        List<Duration> bounds = bounds(limits);
        return Coverage.metric(
                Reading.ofCases(
                        "ageing since " + Definition.text(since) + " in " + bounds + ", " + Reading.text(hours),
                        (supportCase, at) -> supportCase.waitingOn(at) == WaitingOn.DONE
                                ? List.of()
                                : List.of(bucket(bounds, age(supportCase, at, since, hours)))),
                Sums.<Integer>metric("open by age", bounds.size(), (bucket, counts) -> counts[bucket]++),
                (cases, open) -> new Ageing(cases, buckets(bounds, open)),
                asOf);
    }

    private static List<Duration> bounds(List<Duration> limits) {
        List<Duration> bounds = new ArrayList<>();
        bounds.add(Duration.ZERO);
        for (Duration limit : limits) {
            Duration before = bounds.get(bounds.size() - 1);
            Require.that(limit.compareTo(before) > 0, () -> "limit " + limit + " is not above " + before);
            bounds.add(limit);
        }
        Require.that(!limits.isEmpty(), () -> "no limits");
        return List.copyOf(bounds);
    }

    private static Duration age(Case supportCase, Instant asOf, Since since, Schedule hours) {
        List<CaseEvent> events = supportCase.effectiveEvents(asOf);
        CaseEvent start = events.get(since == Since.OPENING ? 0 : events.size() - 1);
        return hours.elapsed(start.occurredAt(), asOf);
    }

    private static int bucket(List<Duration> bounds, Duration age) {
        int bucket = 0;
        while (bucket + 1 < bounds.size() && age.compareTo(bounds.get(bucket + 1)) >= 0) {
            bucket++;
        }
        return bucket;
    }

    private static List<Bucket> buckets(List<Duration> bounds, List<Long> open) {
        List<Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < bounds.size(); i++) {
            buckets.add(new Bucket(bounds.get(i), i + 1 < bounds.size() ? bounds.get(i + 1) : null, open.get(i)));
        }
        return buckets;
    }

    /** Returns how many are open, the buckets and the coverage. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("open", open())
                .with("buckets", buckets)
                .with("cases", cases)
                .map();
    }
}
