package dev.cxkit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.core.commerce.Movement;
import dev.cxkit.core.commerce.Movement.Kind;
import dev.cxkit.core.commerce.Subscription;
import dev.cxkit.core.customer.AccountId;
import dev.cxkit.core.customer.CustomerId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts of subscriptions, on each version of Jackson. */
abstract class SubscriptionJsonSuite {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final String START = "{\"kind\":\"START\",\"occurredAt\":\"2026-01-31T12:00:00Z\","
            + "\"recurring\":{\"minorUnits\":1250,\"currency\":\"EUR\"}";

    abstract Json json();

    @Test
    void a_subscription_is_the_same_text() throws Exception {
        Subscription of = new Subscription(
                "s-1",
                CustomerId.of("c-1"),
                AccountId.of("a-1"),
                List.of(
                        Movement.of(Kind.START, NOON, Money.of("12.50", "EUR")).withSeats(3),
                        Movement.of(Kind.CHURN, NOON.plusSeconds(60), Money.of("0", "EUR"))
                                .withVoluntary(false)
                                .withReasons("card", "price")));
        String text = "{\"id\":\"s-1\",\"customer\":\"c-1\",\"account\":\"a-1\",\"movements\":[" + START
                + ",\"seats\":3},{\"kind\":\"CHURN\",\"occurredAt\":\"2026-01-31T12:01:00Z\","
                + "\"recurring\":{\"minorUnits\":0,\"currency\":\"EUR\"},\"voluntary\":false,"
                + "\"reasons\":[\"card\",\"price\"]}]}";
        assertThat(json().write(of)).isEqualTo(text);
        assertThat(json().read(text, Subscription.class)).isEqualTo(of);
        assertThat(json().setUpOtherwise().write(of)).isEqualTo(text);
    }

    @Test
    void what_is_not_known_is_left_out_and_what_a_newer_version_wrote_is_passed_over() throws Exception {
        Subscription of =
                Subscription.of("s-1", CustomerId.of("c-1"), Movement.of(Kind.START, NOON, Money.of("12.50", "EUR")));
        String text = "{\"id\":\"s-1\",\"customer\":\"c-1\",\"movements\":[" + START + "}]}";
        assertThat(json().write(of)).isEqualTo(text);
        assertThat(json().read(text.replace("\"movements\"", "\"plan\":7,\"movements\""), Subscription.class))
                .isEqualTo(of);
    }

    @Test
    void a_term_is_written_where_it_is_longer_than_a_month() throws Exception {
        Movement yearly =
                Movement.of(Kind.START, NOON, Money.of("12.50", "EUR")).forMonths(12);
        String text = START + ",\"months\":12}";
        assertThat(json().write(yearly)).isEqualTo(text);
        assertThat(json().read(text, Movement.class)).isEqualTo(yearly);
        assertThat(json().read(START + ",\"months\":1}", Movement.class).months())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"seats\":2.5} | seats of movement is 2.5; allowed is a whole number within -9223372036854775808..9223372036854775807",
                "\"months\":1.5} | months of movement is 1.5; allowed is a whole number within -2147483648..2147483647",
                "\"months\":13} | months 13 do not divide 55440, as the terms from 1 to 12 do and 18, 24, 36, 48, 60, 72, 84 and 120",
                "\"seats\":-2} | seats -2 after START are not at least 0",
                "\"recurring\":null} | recurring of movement is missing",
                "\"occurredAt\":null} | occurredAt of movement is missing",
                "\"voluntary\":true} | START is neither voluntary nor involuntary; only churn is"
            })
    void a_movement_that_cannot_be_is_refused(String end, String message) {
        assertThatThrownBy(() -> json().read(START + "," + end, Movement.class))
                .rootCause()
                .hasMessage(message);
    }

    @Test
    void a_subscription_without_what_every_one_has_is_refused() {
        assertThatThrownBy(() -> json().read("{\"id\":\"s-1\",\"customer\":\"c-1\"}", Subscription.class))
                .rootCause()
                .hasMessage("movements of subscription s-1 are missing");
    }
}
