package dev.cxkit.core.touchpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AttributesTest {

    @Test
    void whole_numbers_are_longs_unless_they_are_too_large() {
        BigInteger large = BigInteger.TWO.pow(63);
        assertThat(List.of((byte) 1, (short) 1, 1, 1L, BigInteger.ONE))
                .allSatisfy(one -> assertThat(Attributes.of("n", one).get("n")).contains(1L));
        assertThat(Attributes.of("n", large).get("n")).contains(large);
        assertThat(Attributes.of("n", large.negate()).get("n")).contains(Long.MIN_VALUE);
    }

    @Test
    void other_numbers_are_doubles_unless_digits_would_be_lost() {
        assertThat(Attributes.of("n", 0.1f).get("n")).contains(0.1);
        assertThat(Attributes.of("n", 2.5).get("n")).contains(2.5);
        assertThat(Attributes.of("n", new BigDecimal("19.90")).get("n")).contains(19.9);
        assertThat(Attributes.of("n", new BigDecimal("0.12345678901234567890")).get("n"))
                .contains(new BigDecimal("0.1234567890123456789"));
        assertThat(Attributes.of("n", new BigDecimal("1e400")).get("n")).contains(new BigDecimal("1e400"));
    }

    @Test
    void what_is_not_plain_is_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Attributes.of("day", Instant.EPOCH))
                .withMessage(
                        "attribute day is a java.time.Instant; allowed are text, booleans, numbers, lists and maps");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Attributes.of("n", List.of(Double.NaN)))
                .withMessage("attribute n is NaN; allowed are finite numbers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Attributes.of("n", new AtomicLong()))
                .withMessage(
                        "attribute n is a java.util.concurrent.atomic.AtomicLong; give it as a long, a double or text");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Attributes.of("m", Map.of(1, 2)))
                .withMessage("m has a name that is not text");
    }

    @Test
    void lists_and_maps_are_copied_through_and_through() {
        List<Object> inner = new ArrayList<>(List.of(1));
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("list", inner);
        Attributes attributes = Attributes.of(Map.of("map", map));
        inner.add(2);
        map.put("more", true);
        assertThat(attributes.asMap()).isEqualTo(Map.of("map", Map.of("list", List.of(1L))));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> attributes.asMap().put("x", 1));
    }

    @Test
    void a_null_is_kept_and_reads_as_empty() {
        Attributes attributes = Attributes.of("gone", null);
        assertThat(attributes.asMap()).containsEntry("gone", null);
        assertThat(attributes.get("gone")).isEmpty();
        assertThat(attributes.isEmpty()).isFalse();
    }

    @Test
    void order_is_kept_and_a_name_given_again_keeps_its_place() {
        Attributes attributes =
                Attributes.of("z", 1).with("a", Set.of(2)).with("m", 3).with("z", 4);
        assertThat(attributes.asMap().keySet()).containsExactly("z", "a", "m");
        assertThat(attributes.get("z")).contains(4L);
    }

    @Test
    void no_attributes_are_equal_however_made() {
        assertThat(Attributes.of(Map.of())).isEqualTo(Attributes.none()).hasSameHashCodeAs(Attributes.none());
        assertThat(Attributes.of("a", 1))
                .isEqualTo(Attributes.of(Map.of("a", 1L)))
                .isNotEqualTo(Attributes.none());
        assertThat(Attributes.none().isEmpty()).isTrue();
    }

    @Test
    void values_are_not_printed() {
        assertThat(Attributes.of("name", "secret")).hasToString("Attributes[name]");
    }
}
