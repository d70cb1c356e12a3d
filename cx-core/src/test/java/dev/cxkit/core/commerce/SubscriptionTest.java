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
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
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
    void movements_are_put_in_order() {
        List<Movement> shuffled = new ArrayList<>(LIFE.movements());
        shuffled.add(0, shuffled.remove(5));
        assertThat(new Subscription("s", ANN, null, shuffled)).isEqualTo(LIFE);
        Subscription atOnce = of(move(Kind.START, 0, "5"), move(Kind.PAUSE, 0, "0"), move(Kind.RESUME, 0, "7"));
        assertThat(atOnce.recurring(START)).isEqualTo(Money.of("7", "EUR"));
        assertThat(atOnce.plus(move(Kind.CHURN, 3, "0")).status(day(3))).isEqualTo(SubscriptionStatus.ENDED);
    }

    @ParameterizedTest
    @CsvSource({
        // By hand: the only orders in which all can follow, or the first of them by the rule.
        "START 5 PAUSE 0 RESUME 7, START 5 PAUSE 0 RESUME 7",
        "START 20 EXPANSION 30 EXPANSION 40 CONTRACTION 35, START 20 EXPANSION 30 EXPANSION 40 CONTRACTION 35",
        "START 20 CONTRACTION 10 CONTRACTION 5, START 20 CONTRACTION 10 CONTRACTION 5",
        "START 20 CONTRACTION 10 EXPANSION 15, START 20 CONTRACTION 10 EXPANSION 15",
        "START 20 PAUSE 0 CHURN 0 REACTIVATION 9, START 20 PAUSE 0 CHURN 0 REACTIVATION 9",
        "START 30 PAUSE 20 RESUME 10 PAUSE 5, START 30 PAUSE 20 RESUME 10 PAUSE 5",
        "START 10 PAUSE 10 CONTRACTION 4 RESUME 6 CONTRACTION 5, START 10 PAUSE 10 CONTRACTION 5 CONTRACTION 4 RESUME 6",
        "START 20 EXPANSION 25 PAUSE 25 RESUME 22, START 20 EXPANSION 25 PAUSE 25 RESUME 22"
    })
    void the_order_of_a_list_never_counts_for_movements_of_one_instant(String given, String expected) {
        List<Movement> movements = new ArrayList<>();
        String[] words = given.split(" ", -1);
        for (int i = 0; i < words.length; i += 2) {
            movements.add(move(Kind.valueOf(words[i]), 0, words[i + 1]));
        }
        Random random = new Random(5);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(movements, random);
            assertThat(new Subscription("s", ANN, null, movements)
                            .movements().stream()
                                    .map(each ->
                                            each.kind() + " " + each.recurring().minorUnits() / 100)
                                    .collect(Collectors.joining(" ")))
                    .isEqualTo(expected);
        }
    }

    @Test
    void what_differs_in_seats_and_reasons_alone_has_an_order_too() {
        Movement start = move(Kind.START, 0, "9").withSeats(9);
        List<Movement> movements = new ArrayList<>(List.of(
                start,
                move(Kind.CONTRACTION, 0, "5").withSeats(3).withReasons("a"),
                move(Kind.CONTRACTION, 0, "5").withSeats(2).withReasons("b"),
                move(Kind.CHURN, 0, "0").withReasons("b"),
                move(Kind.REACTIVATION, 0, "5"),
                move(Kind.CHURN, 0, "0").withReasons("a").withVoluntary(true),
                move(Kind.REACTIVATION, 0, "5")));
        Subscription first = new Subscription("s", ANN, null, movements);
        assertThat(first.movements().get(1).reasons()).containsExactly("a");
        assertThat(first.movements().get(3).reasons()).containsExactly("b");
        Random random = new Random(6);
        for (int i = 0; i < 30; i++) {
            Collections.shuffle(movements, random);
            assertThat(new Subscription("s", ANN, null, movements)).isEqualTo(first);
        }
    }

    @Test
    void a_plan_of_a_year_keeps_the_amount_of_the_year() {
        Movement yearly = move(Kind.START, 0, "100").forMonths(12);
        assertThat(yearly.recurring()).isEqualTo(Money.of("100", "EUR"));
        assertThat(yearly.term()).isEqualTo(12);
        assertThat(yearly.monthly()).isEqualTo(Money.of("8.33", "EUR"));
        assertThat(move(Kind.START, 0, "0.30").forMonths(12).monthly()).isEqualTo(Money.of("0.03", "EUR"));
        assertThat(yearly).hasToString("START at 2026-01-01T00:00:00Z to 100.00 EUR for 12 months");
        assertThat(yearly.withSeats(2).withSeats(3).months()).isEqualTo(12);
        assertThat(move(Kind.START, 0, "7").forMonths(1)).isEqualTo(move(Kind.START, 0, "7"));
        assertThat(move(Kind.CHURN, 0, "0").forMonths(12).withVoluntary(true).withReasons("price"))
                .isEqualTo(move(Kind.CHURN, 0, "0").withVoluntary(true).withReasons("price"));
        for (int term : new int[] {1, 7, 11, 12, 18, 24, 36, 48, 60, 72, 84, 120}) {
            assertThat(yearly.forMonths(term).term()).isEqualTo(term);
        }
        for (int none : new int[] {-12, 0, 13, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> yearly.forMonths(none))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "months " + none + " do not divide 55440, as the terms from 1 to 12 do and 18, 24, 36, 48,"
                                    + " 60, 72, 84 and 120");
        }
    }

    @Test
    void steps_are_judged_by_the_amount_per_month() {
        // 10.00 a month is 120.00 a year; 110.00 a year is less.
        Movement month = move(Kind.START, 0, "10");
        Subscription longer = of(month, move(Kind.CONTRACTION, 1, "110").forMonths(12), move(Kind.PAUSE, 2, "9"));
        assertThat(longer.recurring(day(1))).isEqualTo(Money.of("9.17", "EUR"));
        assertThatThrownBy(() -> of(month, move(Kind.EXPANSION, 1, "110").forMonths(12)))
                .hasMessage(
                        "EXPANSION at 2026-01-02T00:00:00Z to 110.00 EUR for 12 months of subscription s is none after"
                                + " 10.00 EUR");
        assertThatThrownBy(() -> of(month, move(Kind.PAUSE, 1, "121").forMonths(12)))
                .hasMessageContaining("is none after");
        assertThat(of(month, move(Kind.EXPANSION, 1, "120.01").forMonths(12)).movements())
                .hasSize(2);
    }

    @Test
    void contracts_of_several_terms_add_up_exactly() {
        // By hand: 100.00 for 12 months and 7.00 a month are 184.00 for 12; with 50.00 for 18 months 652.00 for 36.
        Subscription year = Subscription.of("y", ANN, move(Kind.START, 0, "100").forMonths(12));
        Subscription month = Subscription.of("m", ANN, move(Kind.START, 1, "7"), move(Kind.CHURN, 9, "0"));
        Subscription half = Subscription.of("h", ANN, move(Kind.START, 2, "50").forMonths(18));
        assertThat(Subscription.combined("x", List.of(half, month, year)).movements())
                .containsExactly(
                        move(Kind.START, 0, "100").forMonths(12),
                        move(Kind.EXPANSION, 1, "184").forMonths(12),
                        move(Kind.EXPANSION, 2, "652").forMonths(36),
                        move(Kind.CONTRACTION, 9, "400").forMonths(36));
    }

    @Test
    void the_order_of_contracts_does_not_count() {
        Movement start = move(Kind.START, 0, "5");
        Subscription one =
                Subscription.of("a", ANN, start, move(Kind.CHURN, 3, "0").withReasons("price"));
        Subscription two =
                Subscription.of("b", ANN, start, move(Kind.CHURN, 3, "0").withReasons("support"));
        assertThat(Subscription.combined("x", List.of(two, one)))
                .isEqualTo(Subscription.combined("x", List.of(one, two)));
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
