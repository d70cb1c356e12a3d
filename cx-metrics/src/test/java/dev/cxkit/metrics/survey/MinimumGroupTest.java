package dev.cxkit.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.metrics.Segments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MinimumGroupTest {

    private static MinimumGroup.Shown<String, Long> show(long... sizes) {
        Map<String, Long> each = new LinkedHashMap<>();
        long total = 0;
        for (int i = 0; i < sizes.length; i++) {
            each.put("g" + i, sizes[i]);
            total += sizes[i];
        }
        return MinimumGroup.FIVE.apply(new Segments<>(total, null, each), Long::longValue);
    }

    @Test
    void largeGroupsAreShown() {
        MinimumGroup.Shown<String, Long> all = show(5, 6, 100);
        assertThat(all.suppressed()).isEmpty();
        assertThat(all.shown()).hasSize(3);
        assertThat(all.total()).contains(111L);
    }

    /** Ten people, 6 and 4: hiding the 4 is not enough, as the total less the 6 gives it away. */
    @Test
    void aSecondGroupCoversASingleSmallOne() {
        MinimumGroup.Shown<String, Long> two = show(6, 4);
        assertThat(two.suppressed()).containsExactly("g0", "g1");
        assertThat(two.total()).contains(10L);
        MinimumGroup.Shown<String, Long> three = show(9, 4, 6);
        assertThat(three.suppressed()).containsExactly("g1", "g2");
        assertThat(three.shown().keySet()).containsExactly("g0");
    }

    @Test
    void tinyGroupsThatTogetherAreTooFewAreCoveredToo() {
        assertThat(show(1, 2, 8, 20).suppressed()).containsExactly("g0", "g1", "g2");
        assertThat(show(2, 3, 8, 20).suppressed()).containsExactly("g0", "g1");
    }

    @Test
    void theTotalIsWithheldWhereNothingElseCovers() {
        assertThat(show(3).total()).isEmpty();
        assertThat(show(3, 0).total()).isEmpty();
        assertThat(show(3, 0).suppressed()).containsExactly("g0");
        assertThat(show(3, 0).shown().keySet()).containsExactly("g1");
        assertThat(show().total()).isEmpty();
    }

    @Test
    void theRestIsAGroupToo() {
        Segments<String, Long> segments = new Segments<>(30L, 3L, Map.of("big", 20L, "small", 7L));
        MinimumGroup.Shown<String, Long> shown = MinimumGroup.FIVE.apply(segments, Long::longValue);
        assertThat(shown.rest()).isEmpty();
        assertThat(shown.suppressed()).containsExactly("small");
        Segments<String, Long> fine = new Segments<>(34L, 7L, Map.of("big", 20L, "small", 7L));
        assertThat(MinimumGroup.FIVE.apply(fine, Long::longValue).rest()).contains(7L);
    }

    /** What an attacker can work out, total less all that is shown, is nothing, or of at least two groups and five people. */
    @Property(tries = 2000)
    void nothingSmallCanBeWorkedOut(@ForAll @Size(max = 7) List<@IntRange(max = 12) Integer> sizes) {
        MinimumGroup.Shown<String, Long> shown =
                show(sizes.stream().mapToLong(Integer::longValue).toArray());
        shown.shown()
                .values()
                .forEach(size -> assertThat(size == 0 || size >= 5).isTrue());
        shown.total().ifPresent(total -> {
            assertThat(total).isGreaterThanOrEqualTo(5);
            long hidden = total
                    - shown.shown().values().stream().mapToLong(Long::longValue).sum();
            if (!shown.suppressed().isEmpty()) {
                assertThat(hidden).isGreaterThanOrEqualTo(5);
                assertThat(shown.suppressed()).hasSizeGreaterThanOrEqualTo(2);
            } else {
                assertThat(hidden).isZero();
            }
        });
    }

    @Test
    void aMinimumOfOneProtectsNobody() {
        assertThatThrownBy(() -> new MinimumGroup(1)).hasMessage("minimum group 1 is below 2 people");
    }
}
