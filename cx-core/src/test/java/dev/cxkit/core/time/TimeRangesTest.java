package dev.cxkit.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Spans of whole steps against a set of bits, one for each step. */
class TimeRangesTest {

    private static final int STEPS = 40;

    /** A step of a length that is no whole number of seconds. */
    private static final Duration STEP = Duration.ofMillis(1_500);

    private static Instant at(int step) {
        return Instant.EPOCH.plus(STEP.multipliedBy(step));
    }

    private static TimeRange range(int from, int to) {
        return TimeRange.of(at(from), at(to));
    }

    private static TimeRanges ranges(int... edges) {
        List<TimeRange> given = new ArrayList<>();
        for (int i = 0; i < edges.length; i += 2) {
            given.add(range(edges[i], edges[i + 1]));
        }
        return TimeRanges.of(given);
    }

    @Provide
    static Arbitrary<List<TimeRange>> rangeLists() {
        Arbitrary<Integer> step = Arbitraries.integers().between(0, STEPS);
        return Combinators.combine(step, step)
                .filter((a, b) -> !a.equals(b))
                .as((a, b) -> range(Math.min(a, b), Math.max(a, b)))
                .list()
                .ofMaxSize(8);
    }

    private static BitSet bits(List<TimeRange> given) {
        BitSet bits = new BitSet(STEPS);
        for (int step = 0; step < STEPS; step++) {
            for (TimeRange each : given) {
                if (each.contains(at(step))) {
                    bits.set(step);
                }
            }
        }
        return bits;
    }

    private static void assertSame(TimeRanges ranges, BitSet bits) {
        List<TimeRange> runs = new ArrayList<>();
        for (int from = bits.nextSetBit(0); from >= 0; from = bits.nextSetBit(bits.nextClearBit(from))) {
            runs.add(range(from, bits.nextClearBit(from)));
        }
        assertThat(ranges.ranges()).isEqualTo(runs);
        assertThat(ranges.isEmpty()).isEqualTo(bits.isEmpty());
        assertThat(ranges.length()).isEqualTo(STEP.multipliedBy(bits.cardinality()));
        for (int step = 0; step < STEPS; step++) {
            assertThat(ranges.contains(at(step))).isEqualTo(bits.get(step));
            assertThat(ranges.contains(at(step + 1).minusNanos(1))).isEqualTo(bits.get(step));
        }
    }

    @Property(tries = 500)
    void they_are_the_set_of_the_instants_of_their_ranges(
            @ForAll("rangeLists") List<TimeRange> one, @ForAll("rangeLists") List<TimeRange> other) {
        TimeRanges a = TimeRanges.of(one);
        TimeRanges b = TimeRanges.of(other);
        assertSame(a, bits(one));
        BitSet union = bits(one);
        union.or(bits(other));
        assertSame(a.union(b), union);
        BitSet both = bits(one);
        both.and(bits(other));
        assertSame(a.intersect(b), both);
        BitSet rest = bits(one);
        rest.andNot(bits(other));
        assertSame(a.minus(b), rest);
    }

    @Property(tries = 500)
    void a_range_cuts_out_what_lies_in_it(
            @ForAll("rangeLists") List<TimeRange> given,
            @ForAll @IntRange(max = STEPS - 1) int from,
            @ForAll @IntRange(min = 1, max = STEPS) int length) {
        TimeRange range = range(from, from + length);
        BitSet bits = bits(given);
        bits.and(bits(List.of(range)));
        assertSame(TimeRanges.of(given).within(range), bits);
    }

    /** The oracle counts bits one by one. */
    @Property(tries = 500)
    void a_length_is_reached_where_as_many_steps_were_counted(
            @ForAll("rangeLists") List<TimeRange> given,
            @ForAll @IntRange(max = STEPS) int from,
            @ForAll @IntRange(min = 1, max = STEPS) int steps) {
        TimeRanges ranges = TimeRanges.of(given);
        BitSet bits = bits(given);
        Instant forward = null;
        int missing = steps;
        for (int step = from; step < STEPS && missing > 0; step++) {
            missing -= bits.get(step) ? 1 : 0;
            forward = missing == 0 ? at(step + 1) : null;
        }
        assertThat(ranges.reach(at(from), STEP.multipliedBy(steps)).orElse(null))
                .isEqualTo(forward);
        Instant back = null;
        missing = steps;
        for (int step = from - 1; step >= 0 && missing > 0; step--) {
            missing -= bits.get(step) ? 1 : 0;
            back = missing == 0 ? at(step) : null;
        }
        assertThat(ranges.reachBack(at(from), STEP.multipliedBy(steps)).orElse(null))
                .isEqualTo(back);
    }

    @Test
    void ranges_that_touch_become_one() {
        assertThat(ranges(2, 4, 0, 2).ranges()).containsExactly(range(0, 4));
        assertThat(ranges(0, 2).union(ranges(2, 4))).isEqualTo(ranges(0, 4));
    }

    @Test
    void a_length_used_up_exactly_at_an_end_is_reached_there_and_not_at_the_next_start() {
        TimeRanges ranges = ranges(0, 2, 10, 12);
        assertThat(ranges.reach(at(0), STEP.multipliedBy(2))).contains(at(2));
        assertThat(ranges.reach(at(0), STEP.multipliedBy(2).plusNanos(1))).contains(at(10).plusNanos(1));
        assertThat(ranges.reachBack(at(12), STEP.multipliedBy(2))).contains(at(10));
        assertThat(ranges.reachBack(at(12), STEP.multipliedBy(2).plusNanos(1))).contains(at(2).minusNanos(1));
        assertThat(ranges.reach(at(1).plusNanos(7), STEP)).contains(at(10).plusNanos(7));
        assertThat(ranges.reach(at(0), STEP.multipliedBy(4).plusNanos(1))).isEmpty();
        assertThat(ranges.reachBack(at(12), STEP.multipliedBy(4).plusNanos(1))).isEmpty();
    }

    @Test
    void equal_sets_are_equal_values_however_they_were_made() {
        assertThat(ranges(0, 3, 5, 6))
                .isEqualTo(ranges(5, 6, 1, 3, 0, 2))
                .hasSameHashCodeAs(ranges(5, 6, 1, 3, 0, 2))
                .isNotEqualTo(ranges(0, 3))
                .isNotEqualTo("ranges");
        assertThat(ranges(0, 3).minus(ranges(0, 3)))
                .isEqualTo(TimeRanges.none())
                .isEqualTo(TimeRanges.of());
        assertThat(ranges(0, 2)).hasToString("[1970-01-01T00:00:00Z/1970-01-01T00:00:03Z]");
        assertThat(TimeRanges.none()).hasToString("[]");
    }

    @Test
    void the_widest_range_has_a_length() {
        assertThat(TimeRanges.of(TimeRange.of(Instant.MIN, Instant.MAX)).length())
                .isEqualTo(Duration.between(Instant.MIN, Instant.MAX));
    }

    @Test
    void ranges_cannot_be_changed_from_outside() {
        List<TimeRange> given = new ArrayList<>(List.of(range(0, 1)));
        TimeRanges ranges = TimeRanges.of(given);
        given.add(range(5, 6));
        assertThat(ranges).isEqualTo(ranges(0, 1));
        assertThat(ranges.ranges()).isUnmodifiable();
    }

    @Test
    @SuppressWarnings("NullAway")
    void a_length_that_is_not_positive_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ranges(0, 1).reach(at(0), Duration.ZERO))
                .withMessage("length PT0S is not positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ranges(0, 1).reachBack(at(0), Duration.ofSeconds(-1)))
                .withMessage("length PT-1S is not positive");
        assertThatNullPointerException()
                .isThrownBy(() -> TimeRanges.of((TimeRange) null))
                .withMessage("range");
    }
}
