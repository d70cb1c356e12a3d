package dev.cxkit.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.core.time.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a source of things that occur keeps: half-open periods, and the same answer when asked again. */
abstract class SourceContract<T> {

    /** Returns a period in which the source has something, better at several times than at one. */
    protected abstract TimeRange period();

    abstract Stream<T> read(TimeRange period);

    abstract Instant occurredAt(T one);

    private List<T> all(TimeRange period) {
        try (Stream<T> stream = read(period)) {
            return stream.toList();
        }
    }

    @Test
    void has_something_in_the_period() {
        assertThat(all(period())).isNotEmpty().doesNotContainNull();
    }

    @Test
    void gives_only_what_occurred_in_the_period() {
        TimeRange period = period();
        assertThat(all(period))
                .allSatisfy(one -> assertThat(period.contains(occurredAt(one)))
                        .as("%s in %s", occurredAt(one), period)
                        .isTrue());
    }

    @Test
    void gives_the_same_again() {
        assertThat(all(period())).containsExactlyInAnyOrderElementsOf(all(period()));
    }

    @Test
    void a_period_cut_in_two_gives_each_thing_once() {
        TimeRange period = period();
        List<T> whole = all(period);
        whole.stream().map(this::occurredAt).distinct().limit(20).forEach(cut -> {
            List<T> parts = new ArrayList<>();
            if (period.from().isBefore(cut)) {
                List<T> before = all(TimeRange.of(period.from(), cut));
                assertThat(before).allSatisfy(one -> assertThat(occurredAt(one)).isBefore(cut));
                parts.addAll(before);
            }
            List<T> after = all(TimeRange.of(cut, period.to()));
            assertThat(after)
                    .as("from %s on, which belongs to it", cut)
                    .anySatisfy(one -> assertThat(occurredAt(one)).isEqualTo(cut));
            parts.addAll(after);
            assertThat(parts).as("cut at %s", cut).containsExactlyInAnyOrderElementsOf(whole);
        });
    }
}
