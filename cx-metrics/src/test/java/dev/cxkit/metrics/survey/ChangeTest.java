package dev.cxkit.metrics.survey;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.core.feedback.Scale;
import dev.cxkit.metrics.Segments;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeTest {

    private static Segments<String, Distribution> segments(Map<String, Distribution> each) {
        Scale scale = each.values().iterator().next().scale();
        long[] sums = new long[scale.points()];
        each.values().forEach(ratings -> {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += ratings.counts().get(i);
            }
        });
        return new Segments<>(Distribution.ofCounts(scale, sums), null, new TreeMap<>(each));
    }

    private static Distribution yesNo(long no, long yes) {
        return Distribution.ofCounts(Scale.CSAT_YES_NO, no, yes);
    }

    /**
     * By hand. Before: shop 80 of 100, phone 40 of 100, in all 0.6. After: shop 45 of 50, phone 75 of 150, in all 0.6. Shop: mix
     * (0.25 - 0.5) ((0.8 + 0.9)/2 - 0.6) = -0.0625, rate (0.9 - 0.8) (0.5 + 0.25)/2 = 0.0375. Phone: mix (0.75 - 0.5) ((0.4 + 0.5)/2
     * - 0.6) = -0.0375, rate (0.5 - 0.4) (0.5 + 0.75)/2 = 0.0625.
     */
    @Test
    void mixAndRateAreTheSymmetricOnes() {
        Change<String> change = Change.between(
                        segments(Map.of("shop", yesNo(20, 80), "phone", yesNo(60, 40))),
                        segments(Map.of("shop", yesNo(5, 45), "phone", yesNo(75, 75))),
                        Score.FAVOURABLE,
                        0.95)
                .orElseThrow();
        assertThat(change.value()).isCloseTo(0, within(1e-12));
        assertThat(change.effects().keySet()).containsExactly("phone", "shop");
        Change.Effect shop = requireNonNull(change.effects().get("shop"));
        Change.Effect phone = requireNonNull(change.effects().get("phone"));
        assertThat(shop.mix()).isCloseTo(-0.0625, within(1e-12));
        assertThat(shop.rate()).isCloseTo(0.0375, within(1e-12));
        assertThat(phone.mix()).isCloseTo(-0.0375, within(1e-12));
        assertThat(phone.rate()).isCloseTo(0.0625, within(1e-12));
        assertThat(change.mix()).isCloseTo(-0.1, within(1e-12));
        assertThat(change.rate()).isCloseTo(0.1, within(1e-12));
        assertThat(change.mixChanged()).isTrue();
        assertThat(change.tested().orElseThrow().pValue()).isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(Score.class)
    void mixAndRateAddUpToTheChange(Score score) {
        Random random = new Random(8);
        for (int round = 0; round < 200; round++) {
            Optional<Change<String>> change = Change.between(random(random), random(random), score, 0.95);
            change.ifPresent(found -> assertThat(found.mix() + found.rate())
                    .isCloseTo(found.value(), within(1e-10 * (1 + Math.abs(found.value())))));
        }
    }

    /** Some segments are there in one period only, or have nobody in them. */
    private static Segments<String, Distribution> random(Random random) {
        Map<String, Distribution> each = new TreeMap<>();
        each.put(
                "always",
                Distribution.ofCounts(Scale.NPS, random.longs(11, 1, 9).toArray()));
        for (String key : new String[] {"a", "b", "c"}) {
            if (random.nextBoolean()) {
                each.put(
                        key,
                        Distribution.ofCounts(
                                Scale.NPS,
                                random.longs(11, 0, random.nextBoolean() ? 20 : 1)
                                        .toArray()));
            }
        }
        return segments(each);
    }

    @Test
    void aSegmentThatIsThereOnceOnlyMixes() {
        Change<String> change = Change.between(
                        segments(Map.of("old", yesNo(50, 50))),
                        segments(Map.of("old", yesNo(50, 50), "new", yesNo(0, 100))),
                        Score.FAVOURABLE,
                        0.95)
                .orElseThrow();
        assertThat(change.value()).isCloseTo(0.25, within(1e-12));
        assertThat(change.rate()).isZero();
        assertThat(change.mix()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void withOneSegmentNothingCanMix() {
        Change<String> change = Change.between(
                        segments(Map.of("all", yesNo(40, 60))),
                        segments(Map.of("all", yesNo(20, 80))),
                        Score.FAVOURABLE,
                        0.95)
                .orElseThrow();
        assertThat(change.mix()).isZero();
        assertThat(change.rate()).isCloseTo(0.2, within(1e-12));
        assertThat(change.mixPValue()).isEqualTo(1);
        assertThat(change.mixChanged()).isFalse();
    }

    @Test
    void nothingToCompareIsNoChange() {
        assertThat(Change.between(
                        segments(Map.of("all", yesNo(0, 0))),
                        segments(Map.of("all", yesNo(20, 80))),
                        Score.FAVOURABLE,
                        0.95))
                .isEmpty();
        Segments<String, Distribution> gathered = new Segments<>(yesNo(1, 1), yesNo(1, 0), Map.of("a", yesNo(0, 1)));
        assertThatThrownBy(() -> Change.between(gathered, gathered, Score.FAVOURABLE, 0.95))
                .hasMessageContaining("gathered");
    }
}
