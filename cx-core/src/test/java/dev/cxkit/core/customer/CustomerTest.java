package dev.cxkit.core.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class CustomerTest {

    @Test
    void an_id_is_its_exact_text() {
        assertThat(CustomerId.of("a")).isEqualTo(CustomerId.of("a")).isNotEqualTo(CustomerId.of("A"));
        assertThat(CustomerId.of("a")).hasToString("a").isLessThan(CustomerId.of("b"));
    }

    @Test
    void a_blank_id_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerId.of(" \t"))
                .withMessage("customer id is blank");
    }

    @Test
    @SuppressWarnings("NullAway")
    void no_id_at_all_is_refused() {
        assertThatNullPointerException().isThrownBy(() -> CustomerId.of(null)).withMessage("customer id is missing");
    }

    @Test
    void an_identifier_is_strong_or_weak_and_does_not_print_its_value() {
        assertThat(Identifier.strong(Identifier.Kind.EMAIL, "secret"))
                .hasToString("Identifier[kind=email, strong=true]")
                .isNotEqualTo(Identifier.weak(Identifier.Kind.EMAIL, "secret"));
    }

    @Test
    void a_blank_identifier_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Identifier.weak(Identifier.Kind.COOKIE, " "))
                .withMessage("value of identifier cookie is blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Identifier.Kind.of(" "))
                .withMessage("kind of identifier is blank");
    }
}
