package dev.cxkit.core.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Parts of an hour, of real time: the hour that the clocks repeat is one of its own. A change of clocks by less than the length
 * begins a period.
 */
final class HourParts implements PeriodStarts {

    private final int length;
    private final ZoneId zone;
    private transient volatile @Nullable List<Era> eras;

    HourParts(int minutes, ZoneId zone) {
        if (minutes < 5 || minutes > 60 || 60 % minutes != 0) {
            throw new IllegalArgumentException("minutes " + minutes + " are not 5, 6, 10, 12, 15, 20, 30 or 60");
        }
        this.length = 60 * minutes;
        this.zone = zone;
    }

    /** From a second on the seconds plus {@code rest}, cut by the length and shifted, are the index. */
    private record Era(long from, int rest, long shift) {

        long index(long second, int length) {
            return Math.floorDiv(second + rest, (long) length) + shift;
        }
    }

    private List<Era> eras() {
        List<Era> known = eras;
        if (known == null) {
            known = made();
            eras = known;
        }
        return known;
    }

    private List<Era> made() {
        ZoneRules rules = zone.getRules();
        Instant before = Instant.ofEpochSecond(earliest() - 1);
        List<Era> made = new ArrayList<>();
        made.add(new Era(Long.MIN_VALUE, rest(rules.getOffset(before).getTotalSeconds()), 0));
        boolean moves = rules.getTransitionRules().stream()
                .anyMatch(rule -> rest(rule.getOffsetAfter().getTotalSeconds()
                                - rule.getOffsetBefore().getTotalSeconds())
                        != 0);
        int listed = rules.getTransitions().size();
        ZoneOffsetTransition change = rules.nextTransition(before);
        for (int i = 0; change != null && (moves || i < listed) && change.toEpochSecond() < end(); i++) {
            Era last = made.get(made.size() - 1);
            long at = change.toEpochSecond();
            int rest = rest(change.getOffsetAfter().getTotalSeconds());
            if (rest != last.rest) {
                long shift = last.index(at - 1, length) + 1 - Math.floorDiv(at + rest, (long) length);
                made.add(new Era(at, rest, shift));
            }
            change = rules.nextTransition(change.getInstant());
        }
        long origin = last(made, Era::from, 0).index(0, length);
        made.replaceAll(era -> new Era(era.from, era.rest, era.shift - origin));
        return List.copyOf(made);
    }

    private int rest(int offset) {
        return Math.floorMod(offset, length);
    }

    /** The last era of which the figure is not above the key, or else the first. */
    private static Era last(List<Era> eras, ToLongFunction<Era> figure, long key) {
        int low = 0;
        int high = eras.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            boolean isAbove = figure.applyAsLong(eras.get(middle)) > key;
            low = isAbove ? low : middle;
            high = isAbove ? middle - 1 : high;
        }
        return eras.get(low);
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public int index(long second) {
        return (int) last(eras(), Era::from, second).index(second, length);
    }

    @Override
    public long firstSecond(int index) {
        Era era = last(eras(), each -> each.index(each.from, length), index);
        return Math.max(era.from, (index - era.shift) * length - era.rest);
    }

    @Override
    public TemporalAmount calendarLength() {
        return Duration.ofSeconds(length);
    }

    @Override
    public String name() {
        return length == 3600 ? "hours" : length / 60 + " minutes";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HourParts that && length == that.length && zone.equals(that.zone);
    }

    @Override
    public int hashCode() {
        return length + zone.hashCode();
    }
}
