package dev.cxkit.core.feedback;

import static dev.cxkit.core.feedback.Band.FAVOURABLE;
import static dev.cxkit.core.feedback.Band.NEUTRAL;
import static dev.cxkit.core.feedback.Band.UNFAVOURABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.cxkit.core.feedback.Answer.Rated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {

    private static List<Integer> values(Scale scale, Band band) {
        return IntStream.rangeClosed(scale.min(), scale.max())
                .filter(value -> scale.band(value) == band)
                .boxed()
                .toList();
    }

    @Test
    void nps_has_promoters_from_9_and_detractors_to_6_as_reichheld_2003() {
        assertThat(values(Scale.NPS, FAVOURABLE)).containsExactly(9, 10);
        assertThat(values(Scale.NPS, NEUTRAL)).containsExactly(7, 8);
        assertThat(values(Scale.NPS, UNFAVOURABLE)).containsExactly(0, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void satisfied_are_the_top_two_of_five() {
        for (Scale scale : List.of(Scale.CSAT, Scale.STARS)) {
            assertThat(values(scale, FAVOURABLE)).containsExactly(4, 5);
            assertThat(values(scale, NEUTRAL)).containsExactly(3);
            assertThat(values(scale, UNFAVOURABLE)).containsExactly(1, 2);
        }
        assertThat(Scale.CSAT).isNotEqualTo(Scale.STARS);
    }

    @Test
    void yes_is_favourable_and_no_is_not() {
        assertThat(Scale.CSAT_YES_NO.band(1)).isEqualTo(FAVOURABLE);
        assertThat(Scale.CSAT_YES_NO.band(0)).isEqualTo(UNFAVOURABLE);
    }

    @Test
    void ease_is_good_when_high_and_effort_is_good_when_low() {
        assertThat(values(Scale.CES, FAVOURABLE)).containsExactly(5, 6, 7);
        assertThat(values(Scale.CES, NEUTRAL)).containsExactly(4);
        assertThat(values(Scale.CES, UNFAVOURABLE)).containsExactly(1, 2, 3);
        assertThat(values(Scale.CES_EFFORT, FAVOURABLE)).containsExactly(1, 2);
        assertThat(values(Scale.CES_EFFORT, NEUTRAL)).containsExactly(3);
        assertThat(values(Scale.CES_EFFORT, UNFAVOURABLE)).containsExactly(4, 5);
    }

    @Test
    void default_bands_are_those_that_survey_tools_use_for_satisfaction() {
        assertThat(values(Scale.of("two", 1, 2), FAVOURABLE)).containsExactly(2);
        assertThat(values(Scale.of("two", 1, 2), UNFAVOURABLE)).containsExactly(1);
        assertThat(values(Scale.of("three", 1, 3), FAVOURABLE)).containsExactly(3);
        assertThat(values(Scale.of("three", 1, 3), UNFAVOURABLE)).containsExactly(1);
        assertThat(values(Scale.of("four", 1, 4), FAVOURABLE)).containsExactly(3, 4);
        assertThat(values(Scale.of("four", 1, 4), UNFAVOURABLE)).containsExactly(1, 2);
        assertThat(values(Scale.of("five", 1, 5), FAVOURABLE)).containsExactly(4, 5);
        assertThat(values(Scale.of("five", 1, 5), UNFAVOURABLE)).containsExactly(1, 2);
    }

    @Property
    void default_bands_are_above_60_and_below_40_percent_of_the_way(
            @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int min,
            @ForAll @IntRange(min = 1, max = 1000) int steps,
            @ForAll @IntRange(min = 0, max = 1000) int step) {
        int value = min + Math.min(step, steps);
        BigDecimal way = new BigDecimal(value - min);
        BigDecimal length = new BigDecimal(steps);
        Band expected = way.compareTo(length.multiply(new BigDecimal("0.6"))) > 0
                ? FAVOURABLE
                : way.compareTo(length.multiply(new BigDecimal("0.4"))) < 0 ? UNFAVOURABLE : NEUTRAL;
        Scale scale = Scale.of("any", min, min + steps);
        assertThat(scale.band(value)).isEqualTo(expected);
        assertThat(scale.rate(value).value()).isEqualTo(value);
        assertThat(scale.lowIsBetter().band(value) == FAVOURABLE).isEqualTo(expected == UNFAVOURABLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 11, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void a_rating_outside_is_refused(int value) {
        String message = "rating " + value + " is outside 0..10 of scale nps";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.NPS.rate(value))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rated(Scale.NPS, value))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.NPS.band(value))
                .withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, Integer.MAX_VALUE, 0, -6, 6})
    void a_rating_far_outside_a_scale_beside_zero_is_refused(int value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.of("low", -5, -1).rate(value))
                .withMessage("rating " + value + " is outside -5..-1 of scale low");
    }

    @ParameterizedTest
    @CsvSource({
        "9.7, rating 9.7 is not a whole number; allowed are whole numbers 0..10 of scale nps",
        "NaN, rating NaN is not a whole number; allowed are whole numbers 0..10 of scale nps",
        "-Infinity, rating -Infinity is not a whole number; allowed are whole numbers 0..10 of scale nps",
        "11.0, rating 11.0 is outside 0..10 of scale nps"
    })
    void a_decimal_rating_is_refused_not_cut(double value, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.NPS.rate(value))
                .withMessage(message);
    }

    @Test
    void a_whole_decimal_is_the_whole_number() {
        assertThat(Scale.NPS.rate(9.0)).isSameAs(Scale.NPS.rate(9));
        assertThat(Scale.NPS.rate(-0.0)).isSameAs(Scale.NPS.rate(0));
        assertThat(Scale.NPS.read(new BigDecimal("9.00"))).isSameAs(Scale.NPS.rate(9));
    }

    @Test
    void a_decimal_that_a_double_would_round_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.NPS.read(new BigDecimal("9.00000000000000000001")))
                .withMessageStartingWith("rating 9.00000000000000000001 is not a whole number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.NPS.read(new BigDecimal("1e999999999")))
                .withMessage("rating 1E+999999999 is outside 0..10 of scale nps");
    }

    @Test
    void ratings_are_shared_and_a_made_one_is_equal() {
        Scale scale = Scale.of("mine", 1, 7);
        for (int value = 1; value <= 7; value++) {
            assertThat(scale.rate(value)).isSameAs(scale.rate(value)).isEqualTo(new Rated(scale, value));
            assertThat(scale.rate(value).band()).isEqualTo(scale.band(value));
        }
        assertThat(scale.rate(3)).isNotEqualTo(scale.rate(4)).isNotEqualTo(Scale.CES.rate(3));
    }

    @Test
    void many_threads_get_equal_ratings_from_a_fresh_scale() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 200; round++) {
                Scale scale = Scale.of("fresh", 0, 1000);
                Callable<Long> sum = () -> IntStream.rangeClosed(0, 1000)
                        .mapToObj(scale::rate)
                        .filter(rated -> rated.scale().equals(scale))
                        .mapToLong(Rated::value)
                        .sum();
                List<Future<Long>> sums = pool.invokeAll(List.of(sum, sum, sum, sum));
                for (Future<Long> future : sums) {
                    assertThat(future.get()).isEqualTo(500_500);
                }
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void a_scale_is_equal_to_one_of_the_same_name_ends_direction_and_bands_only() {
        Scale scale = Scale.of("mine", 1, 5);
        assertThat(scale)
                .isEqualTo(Scale.of("mine", 1, 5))
                .hasSameHashCodeAs(Scale.of("mine", 1, 5))
                .isEqualTo(scale.withBands(2, 4));
        Set<Scale> others = new HashSet<>(List.of(
                Scale.of("other", 1, 5),
                Scale.of("mine", 0, 5).withBands(2, 4),
                Scale.of("mine", 1, 6).withBands(2, 4),
                scale.lowIsBetter(),
                scale.withBands(1, 4),
                scale.withBands(2, 5)));
        assertThat(others).hasSize(6).doesNotContain(scale);
        assertThat(scale).isNotEqualTo("mine");
    }

    @Test
    void bands_may_be_empty() {
        Scale scale = Scale.of("mine", 1, 5).withBands(0, 6);
        assertThat(values(scale, NEUTRAL)).containsExactly(1, 2, 3, 4, 5);
        assertThat(scale.points()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 2, bands of scale mine are low to 2 and high from 2; allowed is 0 <= lowTo < highFrom <= 6",
        "-1, 3, bands of scale mine are low to -1 and high from 3; allowed is 0 <= lowTo < highFrom <= 6",
        "2, 7, bands of scale mine are low to 2 and high from 7; allowed is 0 <= lowTo < highFrom <= 6"
    })
    void bad_bands_are_refused(int lowTo, int highFrom, String message) {
        Scale scale = Scale.of("mine", 1, 5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scale.withBands(lowTo, highFrom))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5, 'scale mine from 5 to 5 has max - min = 0, outside 1..1000'",
        "5, 1, 'scale mine from 5 to 1 has max - min = -4, outside 1..1000'",
        "0, 1001, 'scale mine from 0 to 1001 has max - min = 1001, outside 1..1000'",
        "-2147483648, 2147483647, 'scale mine from -2147483648 to 2147483647 has max - min = 4294967295, outside 1..1000'"
    })
    void bad_ends_are_refused(int min, int max, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.of("mine", min, max))
                .withMessage(message);
    }

    @Test
    void a_scale_may_lie_at_the_end_of_the_integers() {
        Scale top = Scale.of("top", Integer.MAX_VALUE - 4, Integer.MAX_VALUE);
        assertThat(top.band(Integer.MAX_VALUE)).isEqualTo(FAVOURABLE);
        Scale bottom = Scale.of("bottom", Integer.MIN_VALUE, Integer.MIN_VALUE + 4);
        assertThat(bottom.band(Integer.MIN_VALUE)).isEqualTo(UNFAVOURABLE);
        assertThat(bottom.rate(Integer.MIN_VALUE).value()).isEqualTo(Integer.MIN_VALUE);
    }

    @Test
    void a_name_is_needed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.of(" ", 1, 5))
                .withMessage("name of scale is blank");
        assertThatNullPointerException()
                .isThrownBy(() -> Scale.of(nothing(), 1, 5))
                .withMessage("name of scale is missing");
    }

    @SuppressWarnings("NullAway")
    private static String nothing() {
        return null;
    }

    @Test
    void the_name_of_a_standard_scale_stays_with_it() {
        assertThat(Scale.of("csat", 1, 5)).isSameAs(Scale.CSAT);
        List<Runnable> others = new ArrayList<>();
        others.add(() -> Scale.of("csat", 1, 7));
        others.add(() -> Scale.NPS.withBands(5, 8));
        others.add(Scale.NPS::lowIsBetter);
        others.forEach(other -> assertThatIllegalArgumentException()
                .isThrownBy(other::run)
                .withMessageEndingWith("give yours another name"));
    }
}
