package dev.cxkit.core.commerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.cxkit.core.commerce.Movement.Kind;
import dev.cxkit.core.customer.AccountId;
import dev.cxkit.core.customer.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionTest {

    private static final CustomerId ANN = CustomerId.of("ann");
    private static final AccountId ACME = AccountId.of("acme");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static Instant day(int number) {
        return START.plus(Duration.ofDays(number));
    }

    private static Movement move(Kind kind, int day, String amount) {
        return Movement.of(kind, day(day), Money.of(amount, "EUR"));
    }

    private static Subscription of(Movement... movements) {
        return Subscription.of("s", ANN, movements);
    }

    private static final Subscription LIFE = of(
            move(Kind.START, 0, "0"),
            move(Kind.EXPANSION, 10, "20").withSeats(2),
            move(Kind.EXPANSION, 20, "20").withSeats(3),
            move(Kind.CONTRACTION, 30, "15").withSeats(3).withReasons("price"),
            move(Kind.PAUSE, 40, "5"),
            move(Kind.RESUME, 50, "15"),
            move(Kind.CHURN, 60, "0").withVoluntary(true).withReasons("price", "support"),
            move(Kind.REACTIVATION, 70, "10"));

    @Test
    void a_movement_holds_from_its_instant_on() {
        assertThat(LIFE.status(day(0).minusNanos(1))).isEqualTo(SubscriptionStatus.NONE);
        assertThat(LIFE.latest(day(0).minusNanos(1))).isEmpty();
        assertThat(LIFE.recurring(day(0).minusNanos(1))).isEqualTo(Money.of("0", "EUR"));
        assertThat(LIFE.status(day(0))).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(LIFE.recurring(day(10))).isEqualTo(Money.of("20", "EUR"));
        assertThat(LIFE.recurring(day(10).minusNanos(1))).isEqualTo(Money.of("0", "EUR"));
        assertThat(LIFE.status(day(45))).isEqualTo(SubscriptionStatus.PAUSED);
        assertThat(LIFE.recurring(day(45))).isEqualTo(Money.of("5", "EUR"));
        assertThat(LIFE.status(day(60))).isEqualTo(SubscriptionStatus.ENDED);
        assertThat(LIFE.status(day(70))).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(LIFE.latest(day(69)).orElseThrow().reasons()).containsExactly("price", "support");
        assertThat(LIFE.startedAt()).isEqualTo(START);
        assertThat(LIFE.currency().getCurrencyCode()).isEqualTo("EUR");
    }

    @Test
    void movements_are_put_in_order_and_those_of_one_instant_keep_theirs() {
        List<Movement> shuffled = new ArrayList<>(LIFE.movements());
        shuffled.add(0, shuffled.remove(5));
        assertThat(new Subscription("s", ANN, null, shuffled)).isEqualTo(LIFE);
        Subscription atOnce = of(move(Kind.START, 0, "5"), move(Kind.PAUSE, 0, "0"), move(Kind.RESUME, 0, "7"));
        assertThat(atOnce.recurring(START)).isEqualTo(Money.of("7", "EUR"));
        assertThat(atOnce.plus(move(Kind.CHURN, 3, "0")).status(day(3))).isEqualTo(SubscriptionStatus.ENDED);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, START",
        "ACTIVE, EXPANSION CONTRACTION PAUSE CHURN",
        "PAUSED, EXPANSION CONTRACTION RESUME CHURN",
        "ENDED, REACTIVATION"
    })
    void what_is_not_in_the_table_cannot_follow(SubscriptionStatus standing, String legal) {
        for (Kind kind : Kind.values()) {
            assertThat(standing.after(kind).isPresent())
                    .as("%s when %s", kind, standing)
                    .isEqualTo(List.of(legal.split(" ", -1)).contains(kind.name()));
        }
    }

    @Test
    void what_cannot_follow_is_refused_by_name() {
        assertThatThrownBy(() -> of(move(Kind.START, 0, "5"), move(Kind.RESUME, 1, "5")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("RESUME at 2026-01-02T00:00:00Z to 5.00 EUR is not possible when subscription s is ACTIVE");
        assertThatThrownBy(() -> of(move(Kind.CHURN, 0, "0"))).hasMessageContaining("when subscription s is NONE");
        assertThatThrownBy(() -> of(move(Kind.START, 0, "5"), move(Kind.EXPANSION, 1, "4")))
                .hasMessage("EXPANSION at 2026-01-02T00:00:00Z to 4.00 EUR of subscription s is none after 5.00 EUR");
        assertThatThrownBy(() -> of(move(Kind.START, 0, "5"), move(Kind.EXPANSION, 1, "5")))
                .hasMessageContaining("is none after");
        assertThatThrownBy(() -> of(
                        move(Kind.START, 0, "5").withSeats(2),
                        move(Kind.CONTRACTION, 1, "5").withSeats(3)))
                .hasMessageContaining("is none after");
        assertThatThrownBy(() -> of(move(Kind.START, 0, "5"), move(Kind.PAUSE, 1, "6")))
                .hasMessageContaining("is none after");
        assertThatThrownBy(
                        () -> of(move(Kind.START, 0, "5"), Movement.of(Kind.EXPANSION, day(1), Money.of("9", "USD"))))
                .hasMessage("EXPANSION at 2026-01-02T00:00:00Z to 9.00 USD of subscription s is not in EUR");
        assertThatThrownBy(SubscriptionTest::of).hasMessage("subscription s has no movement");
        assertThatThrownBy(() -> Subscription.of(" ", ANN, move(Kind.START, 0, "5")))
                .hasMessage("id of subscription is blank");
        assertThatThrownBy(() -> new Subscription("s", null, null, List.of(move(Kind.START, 0, "5"))))
                .hasMessage("subscription s is held by neither a customer nor an account");
    }

    @Test
    void a_movement_that_cannot_be_is_refused() {
        assertThatThrownBy(() -> move(Kind.START, 0, "-1"))
                .hasMessage("recurring -1.00 EUR after START is not at least 0");
        assertThatThrownBy(() -> move(Kind.CHURN, 0, "1")).hasMessage("recurring 1.00 EUR after CHURN is not 0");
        assertThatThrownBy(() -> move(Kind.CHURN, 0, "0").withSeats(1)).hasMessage("seats 1 after CHURN are not 0");
        assertThatThrownBy(() -> move(Kind.START, 0, "0").withSeats(-1))
                .hasMessage("seats -1 after START are not at least 0");
        assertThatThrownBy(() -> move(Kind.PAUSE, 0, "0").withVoluntary(false))
                .hasMessage("PAUSE is neither voluntary nor involuntary; only churn is");
        assertThatThrownBy(() -> move(Kind.START, 0, "0").withReasons("price"))
                .hasMessage("START has reasons; only churn, contractions and pauses have");
        assertThatThrownBy(() -> move(Kind.CHURN, 0, "0").withReasons("price", "price"))
                .hasMessage("a reason of CHURN is blank or there twice");
        assertThatThrownBy(() -> move(Kind.CHURN, 0, "0").withReasons(" ")).hasMessageContaining("blank");
    }

    @Test
    void contracts_of_one_holder_add_up_and_a_change_of_product_is_no_churn() {
        Subscription mail = Subscription.of(
                "mail",
                ACME,
                move(Kind.START, 0, "10").withSeats(2),
                move(Kind.CHURN, 20, "0").withReasons("moved").withVoluntary(true));
        Subscription suite = Subscription.of(
                "suite",
                ACME,
                move(Kind.START, 20, "12").withSeats(2),
                move(Kind.CHURN, 40, "0").withVoluntary(false));
        Subscription extra = Subscription.of(
                "extra",
                ACME,
                move(Kind.START, 5, "3").withSeats(1),
                move(Kind.PAUSE, 10, "3").withSeats(1),
                move(Kind.CONTRACTION, 12, "1").withSeats(1).withReasons("price"),
                move(Kind.CHURN, 50, "0").withReasons("end").withVoluntary(false),
                move(Kind.REACTIVATION, 60, "4"));
        assertThat(Subscription.combined("acme", List.of(mail, suite, extra)).movements())
                .containsExactly(
                        move(Kind.START, 0, "10").withSeats(2),
                        move(Kind.EXPANSION, 5, "13").withSeats(3),
                        move(Kind.CONTRACTION, 12, "11").withSeats(3).withReasons("price"),
                        move(Kind.EXPANSION, 20, "13").withSeats(3),
                        move(Kind.PAUSE, 40, "1").withSeats(1),
                        move(Kind.CHURN, 50, "0")
                                .withSeats(0)
                                .withReasons("end")
                                .withVoluntary(false),
                        move(Kind.REACTIVATION, 60, "4"));
    }

    @Test
    void one_contract_alone_is_itself_and_what_begins_paused_is_a_start_and_a_pause() {
        assertThat(Subscription.combined("s", List.of(LIFE)).movements())
                .extracting(Movement::kind, Movement::occurredAt, Movement::recurring)
                .isEqualTo(LIFE.movements().stream()
                        .map(each -> tuple(each.kind(), each.occurredAt(), each.recurring()))
                        .toList());
        Subscription rests = of(move(Kind.START, 0, "5"), move(Kind.PAUSE, 0, "2"), move(Kind.RESUME, 9, "5"));
        assertThat(Subscription.combined("s", List.of(rests)).movements())
                .containsExactly(move(Kind.START, 0, "2"), move(Kind.PAUSE, 0, "2"), move(Kind.RESUME, 9, "5"));
    }

    @Test
    void contracts_of_different_holders_or_currencies_do_not_add_up() {
        Subscription other = Subscription.of("o", ACME, move(Kind.START, 0, "5"));
        assertThatThrownBy(() -> Subscription.combined("x", List.of(LIFE, other)))
                .hasMessage("subscriptions s and o are held by different ones");
        assertThatThrownBy(() -> Subscription.combined("x", List.of()))
                .hasMessage("contracts of subscription x are empty");
        Subscription dollars = of(Movement.of(Kind.START, day(0), Money.of("5", "USD")));
        assertThatThrownBy(() -> Subscription.combined("x", List.of(LIFE, dollars)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("EUR")
                .hasMessageContaining("USD");
        Subscription byAnn = new Subscription("a", ANN, ACME, other.movements());
        Subscription byBob = new Subscription("b", CustomerId.of("bob"), ACME, other.movements());
        assertThat(Subscription.combined("x", List.of(byAnn, byBob)).customer()).isNull();
        assertThat(Subscription.combined("x", List.of(byAnn, byAnn)).customer()).isEqualTo(ANN);
    }

    @Test
    void texts_show_no_reasons() {
        assertThat(LIFE).hasToString("Subscription[id=s, movements=8]");
        assertThat(LIFE.movements().get(6)).hasToString("CHURN at 2026-03-02T00:00:00Z to 0.00 EUR");
    }

    @Test
    void what_rests_may_be_raised_as_the_other_leaves() {
        Subscription leaves = of(move(Kind.START, 0, "10"), move(Kind.CHURN, 10, "0"));
        Subscription rests = of(move(Kind.START, 0, "10"), move(Kind.PAUSE, 5, "10"), move(Kind.EXPANSION, 10, "25"));
        assertThat(Subscription.combined("x", List.of(leaves, rests)).movements())
                .extracting(Movement::kind, Movement::occurredAt, Movement::recurring)
                .containsExactly(
                        tuple(Kind.START, day(0), Money.of("20", "EUR")),
                        tuple(Kind.EXPANSION, day(10), Money.of("25", "EUR")),
                        tuple(Kind.PAUSE, day(10), Money.of("25", "EUR")));
    }
}
