package dev.cxkit.core.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The open time ranges of a run of dates in seconds, and the open time before each, so that every length is the difference of two look-ups.
 */
final class Openings {

    /** Hours reach two days on from the start of their date, and a gap in the time of a zone can be a day long. */
    static final int REACH = 3;

    private static final long DAY = 86_400;

    final LocalDate from;
    final LocalDate to;

    private final long start;
    private final long end;
    private final long[] opens;
    private final long[] closes;

    /** The open seconds before each range, and at last those of all. */
    private final long[] before;

    /** For each day of 24 hours since the start, how many ranges open up to its first second: where a search begins. */
    private final int[] upTo;

    /** Works out the dates from the first one to before the last one. */
    Openings(WeeklySchedule schedule, LocalDate from, LocalDate to) {
        this.from = from;
        this.to = to;
        this.start = second(from, schedule.zone());
        this.end = second(to, schedule.zone());
        List<long[]> ranges = openRanges(schedule, from.minusDays(REACH), to);
        long[] opens = new long[ranges.size()];
        long[] closes = new long[ranges.size()];
        long[] before = new long[ranges.size() + 1];
        int size = 0;
        for (long[] range : ranges) {
            long open = Math.max(range[0], start);
            long close = Math.min(range[1], end);
            if (open >= close) {
                continue;
            }
            if (size > 0 && open <= closes[size - 1]) {
                closes[size - 1] = Math.max(close, closes[size - 1]);
            } else {
                opens[size] = open;
                closes[size++] = close;
            }
            before[size] = before[size - 1] + closes[size - 1] - opens[size - 1];
        }
        this.opens = Arrays.copyOf(opens, size);
        this.closes = Arrays.copyOf(closes, size);
        this.before = Arrays.copyOf(before, size + 1);
        this.upTo = new int[Math.toIntExact((end - start) / DAY) + 1];
        for (int day = 0, next = 0; day < upTo.length; day++) {
            while (next < size && opens[next] <= start + day * DAY) {
                next++;
            }
            upTo[day] = next;
        }
    }

    private static List<long[]> openRanges(WeeklySchedule schedule, LocalDate from, LocalDate to) {
        ZoneId zone = schedule.zone();
        List<long[]> ranges = new ArrayList<>();
        for (LocalDate date = from; date.isBefore(to); date = date.plusDays(1)) {
            for (Hours hours : schedule.hours(date)) {
                LocalDate last = hours.endNextDay() ? date.plusDays(1) : date;
                ZonedDateTime open = date.atTime(hours.from()).atZone(zone);
                long close = last.atTime(hours.to()).atZone(zone).toEpochSecond();
                if (open.toEpochSecond() < close && (open.toLocalDate().equals(date) || exists(date, zone))) {
                    ranges.add(new long[] {open.toEpochSecond(), close});
                }
            }
        }
        ranges.sort(Comparator.comparingLong(range -> range[0]));
        return ranges;
    }

    /** Whether the zone has the date: a time in a gap may lie on the next date although its own is there. */
    private static boolean exists(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toLocalDate().equals(date);
    }

    private static long second(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toEpochSecond();
    }

    boolean covers(Instant from, Instant to) {
        return from.getEpochSecond() >= start && to.getEpochSecond() < end;
    }

    Duration elapsed(Instant from, Instant to) {
        int first = opening(from);
        int last = opening(to);
        return Duration.ofSeconds(
                seconds(last, to) - seconds(first, from), nanos(last, to) - (long) nanos(first, from));
    }

    /** The open time before an instant whose last opening is known: whole seconds, and the fraction. */
    private long seconds(int opening, Instant at) {
        return opening < 0 ? 0 : before[opening] + Math.min(at.getEpochSecond(), closes[opening]) - opens[opening];
    }

    private int nanos(int opening, Instant at) {
        return opening >= 0 && at.getEpochSecond() < closes[opening] ? at.getNano() : 0;
    }

    /** As {@link Schedule#due}; null if that lies beyond the dates. */
    @Nullable
    Instant due(Instant from, Duration target) {
        int opening = opening(from);
        long nanos = nanos(opening, from) + (long) target.getNano();
        long seconds = seconds(opening, from) + nanos / 1_000_000_000;
        nanos %= 1_000_000_000;
        long rest = before[opens.length] - seconds;
        if (rest < target.getSeconds() || (rest == target.getSeconds() && nanos > 0)) {
            return null;
        }
        seconds += target.getSeconds();
        // The sum is reached within this range: the last one with less before it, or as much if a fraction follows.
        int place = last(before, nanos > 0 ? seconds : seconds - 1);
        return Instant.ofEpochSecond(opens[place] + seconds - before[place], nanos);
    }

    /** As {@link Schedule#before}; null if that lies before the dates. */
    @Nullable
    Instant before(Instant to, Duration length) {
        int opening = opening(to);
        long nanos = nanos(opening, to) - (long) length.getNano();
        long seconds = seconds(opening, to) + Math.floorDiv(nanos, 1_000_000_000L);
        if (seconds < length.getSeconds()) {
            return null;
        }
        seconds -= length.getSeconds();
        int place = last(before, seconds);
        return Instant.ofEpochSecond(opens[place] + seconds - before[place], Math.floorMod(nanos, 1_000_000_000L));
    }

    TimeRanges open(TimeRange range) {
        int first = opening(range.from());
        if (first < 0 || !range.from().isBefore(Instant.ofEpochSecond(closes[first]))) {
            first++;
        }
        int end = opening(range.to()) + 1;
        if (end > first && !Instant.ofEpochSecond(opens[end - 1]).isBefore(range.to())) {
            end--;
        }
        if (end <= first) {
            return TimeRanges.none();
        }
        Instant[] edges = new Instant[2 * (end - first)];
        for (int i = first; i < end; i++) {
            edges[2 * (i - first)] = Instant.ofEpochSecond(opens[i]);
            edges[2 * (i - first) + 1] = Instant.ofEpochSecond(closes[i]);
        }
        if (edges[0].isBefore(range.from())) {
            edges[0] = range.from();
        }
        if (edges[edges.length - 1].isAfter(range.to())) {
            edges[edges.length - 1] = range.to();
        }
        return new TimeRanges(edges);
    }

    /** The index of the last range that opens at the second of the instant or before; -1 if there is none. */
    private int opening(Instant at) {
        long second = at.getEpochSecond();
        int next = second < start ? 0 : upTo[(int) Math.min((second - start) / DAY, upTo.length - 1)];
        while (next < opens.length && opens[next] <= second) {
            next++;
        }
        return next - 1;
    }

    /** The index of the last value that is not above the key; -1 if there is none. The values ascend. */
    private static int last(long[] values, long key) {
        int found = Arrays.binarySearch(values, key);
        return found >= 0 ? found : -found - 2;
    }
}
