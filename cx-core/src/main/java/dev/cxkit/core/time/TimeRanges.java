package dev.cxkit.core.time;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of disjoint, sorted, half-open time ranges, with union, intersection, difference and total length.
 *
 * <p>No two ranges overlap or touch, so equal sets of instants are equal values. Every duration of a case or a journey is the length of such
 * a set: the open hours cut with the time that somebody waited.
 *
 * <pre>{@code
 * import dev.cxkit.core.time.Schedule;
 * import dev.cxkit.core.time.TimeRange;
 * import dev.cxkit.core.time.TimeRanges;
 * import java.time.Duration;
 * import java.time.Instant;
 * import java.time.ZoneId;
 *
 * TimeRange waited = TimeRange.of(Instant.parse("2026-01-05T15:00:00Z"), Instant.parse("2026-01-06T11:00:00Z"));
 * TimeRanges open = Schedule.weekly(ZoneId.of("UTC"), "mon-fri 09:00-17:00").open(waited);
 * System.out.println(open.length());
 * System.out.println(open.reach(waited.from(), Duration.ofHours(3)).orElseThrow());
 * System.out.println(TimeRanges.of(waited).minus(open).length());
 * // -> PT4H
 * // -> 2026-01-06T10:00:00Z
 * // -> PT16H
 * }</pre>
 */
public final class TimeRanges implements Serializable {

    private static final TimeRanges NONE = new TimeRanges(new Instant[0]);

    /** From, to, from, to and so on, strictly ascending; an instant is inside if the number of edges up to it is odd. */
    private final Instant[] edges;

    /** Takes edges that are even in number and strictly ascending, and keeps the array. */
    TimeRanges(Instant[] edges) {
        this.edges = edges;
    }

    /** Returns the empty set. */
    public static TimeRanges none() {
        return NONE;
    }

    /** Returns the union of the ranges, which may overlap and stand in any order. */
    public static TimeRanges of(TimeRange... ranges) {
        return of(Arrays.asList(ranges));
    }

    /** Returns the union of the ranges, which may overlap and stand in any order. */
    public static TimeRanges of(Collection<TimeRange> ranges) {
        Instant[] edges = new Instant[2 * ranges.size()];
        int size = 0;
        for (TimeRange range : ranges) {
            requireNonNull(range, "range");
            if (size > 0 && range.from().isBefore(edges[size - 2])) {
                return of(sorted(ranges));
            } else if (size == 0 || edges[size - 1].isBefore(range.from())) {
                edges[size++] = range.from();
                edges[size++] = range.to();
            } else if (edges[size - 1].isBefore(range.to())) {
                edges[size - 1] = range.to();
            }
        }
        return ofEdges(edges, size);
    }

    private static List<TimeRange> sorted(Collection<TimeRange> ranges) {
        List<TimeRange> sorted = new ArrayList<>(ranges);
        sorted.forEach(range -> requireNonNull(range, "range"));
        sorted.sort(Comparator.comparing(TimeRange::from));
        return sorted;
    }

    private static TimeRanges ofEdges(Instant[] edges, int size) {
        return size == 0 ? NONE : new TimeRanges(size == edges.length ? edges : Arrays.copyOf(edges, size));
    }

    /** Returns what belongs to this or to the other. */
    public TimeRanges union(TimeRanges other) {
        return combine(other, (here, there) -> here || there);
    }

    /** Returns what belongs to both. */
    public TimeRanges intersect(TimeRanges other) {
        return combine(other, (here, there) -> here && there);
    }

    /** Returns what belongs to this and not to the other. */
    public TimeRanges minus(TimeRanges other) {
        return combine(other, (here, there) -> here && !there);
    }

    private interface Rule {
        boolean holds(boolean here, boolean there);
    }

    private TimeRanges combine(TimeRanges other, Rule rule) {
        Instant[] a = edges;
        Instant[] b = other.edges;
        Instant[] made = new Instant[a.length + b.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            int order = i == a.length ? 1 : j == b.length ? -1 : a[i].compareTo(b[j]);
            Instant edge = order <= 0 ? a[i] : b[j];
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
            boolean inside = rule.holds(isOdd(i), isOdd(j));
            if (inside != isOdd(size)) {
                made[size++] = edge;
            }
        }
        return ofEdges(made, size);
    }

    /** Returns what belongs to this and to the range. */
    public TimeRanges within(TimeRange range) {
        int first = countUpTo(range.from());
        int last = countBefore(range.to());
        if (first == 0 && last == edges.length) {
            return this;
        }
        int lead = isOdd(first) ? 1 : 0;
        int tail = isOdd(last) ? 1 : 0;
        Instant[] cut = new Instant[lead + last - first + tail];
        System.arraycopy(edges, first, cut, lead, last - first);
        if (lead == 1) {
            cut[0] = range.from();
        }
        if (tail == 1) {
            cut[cut.length - 1] = range.to();
        }
        return ofEdges(cut, cut.length);
    }

    /** Returns the sum of the lengths of the ranges; zero if there are none. */
    public Duration length() {
        return length(Duration::between);
    }

    /** The sum of what each range is long in a measure. */
    Duration length(BiFunction<Instant, Instant, Duration> measure) {
        Duration length = Duration.ZERO;
        for (int i = 0; i < edges.length; i += 2) {
            length = length.plus(measure.apply(edges[i], edges[i + 1]));
        }
        return length;
    }

    /** Returns whether there is no range. */
    public boolean isEmpty() {
        return edges.length == 0;
    }

    /** Returns whether the instant lies in one of the ranges. */
    public boolean contains(Instant instant) {
        return isOdd(countUpTo(instant));
    }

    /** Returns the ranges in order. */
    public List<TimeRange> ranges() {
        List<TimeRange> ranges = new ArrayList<>(edges.length / 2);
        for (int i = 0; i < edges.length; i += 2) {
            ranges.add(TimeRange.of(edges[i], edges[i + 1]));
        }
        return Collections.unmodifiableList(ranges);
    }

    /**
     * Returns the first instant at which the length that lies after {@code from} has come to {@code length}. If it comes to it exactly
     * at the end of a range, that end is the answer, not the start of the next. Empty if there is not so much.
     *
     * @throws IllegalArgumentException if the length is not positive
     */
    public Optional<Instant> reach(Instant from, Duration length) {
        Duration missing = requirePositive(length, "length");
        for (int i = countUpTo(from) & ~1; i < edges.length; i += 2) {
            Instant start = edges[i].isBefore(from) ? from : edges[i];
            Duration here = Duration.between(start, edges[i + 1]);
            if (here.compareTo(missing) >= 0) {
                return Optional.of(start.plus(missing));
            }
            missing = missing.minus(here);
        }
        return Optional.empty();
    }

    /**
     * Returns the last instant from which on the length that lies before {@code to} is {@code length}: {@link #reach} mirrored, with
     * the start of a range as the answer where it comes out exactly. Empty if there is not so much.
     *
     * @throws IllegalArgumentException if the length is not positive
     */
    public Optional<Instant> reachBack(Instant to, Duration length) {
        Duration missing = requirePositive(length, "length");
        for (int i = (countBefore(to) - 1) & ~1; i >= 0; i -= 2) {
            Instant end = edges[i + 1].isAfter(to) ? to : edges[i + 1];
            Duration here = Duration.between(edges[i], end);
            if (here.compareTo(missing) >= 0) {
                return Optional.of(end.minus(missing));
            }
            missing = missing.minus(here);
        }
        return Optional.empty();
    }

    static Duration requirePositive(Duration duration, String name) {
        if (requireNonNull(duration, name).isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " " + duration + " is not positive");
        }
        return duration;
    }

    private static boolean isOdd(int count) {
        return (count & 1) == 1;
    }

    private int countUpTo(Instant instant) {
        int found = Arrays.binarySearch(edges, requireNonNull(instant, "instant"));
        return found >= 0 ? found + 1 : -found - 1;
    }

    private int countBefore(Instant instant) {
        int found = Arrays.binarySearch(edges, requireNonNull(instant, "instant"));
        return found >= 0 ? found : -found - 1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TimeRanges that && Arrays.equals(edges, that.edges);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(edges);
    }

    /** Returns the ranges as ISO 8601 intervals, for instance {@code [2026-01-05T09:00:00Z/2026-01-05T17:00:00Z]}. */
    @Override
    public String toString() {
        return ranges().toString();
    }
}
