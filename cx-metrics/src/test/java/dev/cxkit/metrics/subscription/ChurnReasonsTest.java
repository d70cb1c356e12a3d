package dev.cxkit.metrics.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.core.commerce.Movement;
import dev.cxkit.core.commerce.Subscription;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.Proportion;
import dev.cxkit.metrics.subscription.ChurnReasons.Reason;
import dev.cxkit.metrics.survival.CumulativeIncidence;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChurnReasonsTest {

    private static final TimeRange MARCH = Ledger.months(1, 2);

    private static final List<Subscription> LIVES = List.of(
            SubscriptionText.of("a", "START 0 10, CHURN 2 0 price support"),
            SubscriptionText.of("b", "START 0 100, CHURN 2 0 support"),
            SubscriptionText.of("c", "START 0 7, CHURN 2 0"),
            SubscriptionText.of("d", "START 0 0, CHURN 2 0 price moved support"),
            SubscriptionText.of("e", "START 0 5, CHURN 1 0 price, REACTIVATION 2 8, CHURN 2 0 price"),
            SubscriptionText.of("f", "START 0 5, CHURN 3 0 price"));

    private static ChurnReasons reasons(ReasonRule rule) {
        return ChurnReasons.metric(Ledger.EUR, rule, MARCH).over(LIVES);
    }

    @Test
    void the_parts_of_several_reasons_add_up_to_all_churn() {
        ChurnReasons split = reasons(ReasonRule.SPLIT);
        assertThat(split.churned()).isEqualTo(5);
        assertThat(split.amount()).isEqualTo(12_500);
        assertThat(split.reasons())
                .extracting(Reason::name, Reason::count, Reason::amount)
                .containsExactly(
                        tuple("price", 0.5 + 1 / 3.0 + 1, 500.0 + 800),
                        tuple("support", 0.5 + 1 + 1 / 3.0, 500.0 + 10_000),
                        tuple("unknown", 1.0, 700.0),
                        tuple("moved", 1 / 3.0, 0.0));
        assertThat(split.byAmount()).extracting(Reason::name).containsExactly("support", "price", "unknown", "moved");
        // By hand: 5.00 of the shared loss of 10.00 and 8.00 alone, of 125.00.
        assertThat(split.amountShare("price")).hasValue(0.104);
        assertThat(split.amountShare("rain")).hasValue(0);
    }

    @Test
    void what_plans_of_a_longer_term_lost_adds_up() {
        // By hand: 12 plans of 100.00 a year lose 100.00 a month; half for each of two reasons.
        List<Subscription> yearly = IntStream.range(0, 12)
                .mapToObj(i -> Subscription.of(
                        "s" + i,
                        CustomerId.of("s" + i),
                        Movement.of(Movement.Kind.START, Ledger.month(0), Money.of("100.00", "EUR"))
                                .forMonths(12),
                        Movement.of(Movement.Kind.CHURN, Ledger.month(2), Money.of("0", "EUR"))
                                .withReasons("price", "support")))
                .toList();
        ChurnReasons reasons =
                ChurnReasons.metric(Ledger.EUR, ReasonRule.SPLIT, MARCH).over(yearly);
        assertThat(reasons.amount()).isEqualTo(10_000);
        assertThat(reasons.reasons())
                .extracting(Reason::name, Reason::count, Reason::amount)
                .containsExactly(tuple("price", 6.0, 5_000.0), tuple("support", 6.0, 5_000.0));
    }

    @Test
    void incidences_up_to_different_days_do_not_merge() {
        var march = ChurnReasons.metric(Ledger.month(2)).start();
        var april = ChurnReasons.metric(Ledger.month(3)).start();
        LIVES.forEach(march::add);
        LIVES.forEach(april::add);
        assertThatThrownBy(() -> march.merge(april)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ChurnReasons.metric(Ledger.month(3)).resume(march.toBytes()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_first_reason_alone_or_every_reason_can_count() {
        assertThat(reasons(ReasonRule.FIRST).reasons())
                .extracting(Reason::name, Reason::count, Reason::amount)
                .containsExactly(
                        tuple("price", 3.0, 1_800.0), tuple("support", 1.0, 10_000.0), tuple("unknown", 1.0, 700.0));
        ChurnReasons every = reasons(ReasonRule.EVERY);
        assertThat(every.reasons())
                .extracting(Reason::name, Reason::count)
                .containsExactly(
                        tuple("price", 3.0), tuple("support", 3.0), tuple("moved", 1.0), tuple("unknown", 1.0));
        assertThat(every.churned()).isEqualTo(5);
        assertThat(every.share("support")).isEqualTo(Proportion.of(3, 5).estimate());
    }

    @Test
    void a_reason_that_nobody_gave_has_a_share_of_0_and_without_churn_there_is_none() {
        assertThat(reasons(ReasonRule.FIRST).share("rain").orElseThrow().value())
                .isZero();
        ChurnReasons none =
                ChurnReasons.metric(Ledger.EUR, ReasonRule.SPLIT, MARCH).over(List.of());
        assertThat(none.share("price")).isEmpty();
        assertThat(none.amountShare("price")).isEmpty();
        assertThat(none.reasons()).isEmpty();
        assertThat(reasons(ReasonRule.SPLIT).minus(none)).isEmpty();
    }

    @Test
    void a_change_between_two_windows_has_the_interval_of_two_shares() {
        List<Subscription> lives = IntStream.range(0, 60)
                .mapToObj(i -> SubscriptionText.of(
                        "c" + i,
                        "START 0 10, CHURN " + (i < 20 ? 1 : 2) + " 0 " + (i % 4 == 0 || i > 40 ? "price" : "moved")))
                .toList();
        ChurnReasons before = ChurnReasons.metric(Ledger.EUR, ReasonRule.SPLIT, Ledger.months(1, 1))
                .over(lives);
        ChurnReasons after =
                ChurnReasons.metric(Ledger.EUR, ReasonRule.SPLIT, MARCH).over(lives);
        Map<String, Difference> change = after.minus(before);
        assertThat(change.keySet()).containsExactly("moved", "price");
        Difference price = change.get("price");
        assertThat(price)
                .isEqualTo(Proportion.of(25, 40).minus(Proportion.of(5, 20)).orElseThrow());
        assertThatThrownBy(() -> after.minus(reasons(ReasonRule.FIRST)))
                .hasMessage("reasons are counted by SPLIT and FIRST");
    }

    @Test
    void wanted_and_not_wanted_are_counted_and_the_rest_is_not_known() {
        Movement start = Movement.of(Movement.Kind.START, Ledger.month(0), Money.of("5", "EUR"));
        Movement churn = Movement.of(Movement.Kind.CHURN, Ledger.month(2), Money.of("0", "EUR"));
        ChurnReasons reasons = ChurnReasons.metric(Ledger.EUR, ReasonRule.SPLIT, MARCH)
                .over(List.of(
                        Subscription.of("a", CustomerId.of("a"), start, churn.withVoluntary(true)),
                        Subscription.of("b", CustomerId.of("b"), start, churn.withVoluntary(false)),
                        Subscription.of("c", CustomerId.of("c"), start, churn.withVoluntary(false)),
                        Subscription.of("d", CustomerId.of("d"), start, churn)));
        assertThat(reasons.voluntary()).isEqualTo(1);
        assertThat(reasons.involuntary()).isEqualTo(2);
        assertThat(reasons.share(ChurnReasons.UNKNOWN).map(Estimate::value)).hasValue(1.0);
    }

    @Test
    void who_is_still_there_is_taken_in_when_shares_by_reason_grow_with_time() {
        CumulativeIncidence<String> incidence = ChurnReasons.metric(Ledger.month(3))
                .over(List.of(
                        SubscriptionText.of(
                                "a", "START 0 10, CHURN 1 0 price support, REACTIVATION 2 10, CHURN 2 0 moved"),
                        SubscriptionText.of("b", "START 0 10, CHURN 2 0"),
                        SubscriptionText.of("c", "START 0 10, CHURN 3 0 price"),
                        SubscriptionText.of("d", "START 2 10"),
                        SubscriptionText.of("e", "START 3 10")));
        // January 2024 has 31 days and February 29. One of four leaves on day 31, after which the fourth is no longer
        // seen; then one of two.
        assertThat(incidence.causes().keySet()).containsExactly("price", "unknown");
        assertThat(incidence.incidence("price", 60).orElseThrow()).isCloseTo(1 / 4.0, within(1e-15));
        assertThat(incidence.incidence("unknown", 60).orElseThrow()).isCloseTo(3 / 8.0, within(1e-15));
        assertThat(incidence.survival().survival(60).orElseThrow()).isCloseTo(3 / 8.0, within(1e-15));
    }

    @Test
    void too_many_reasons_and_other_currencies_are_refused() {
        Subscription many = SubscriptionText.of("a", "START 0 10, CHURN 2 0 a b c d e f g h i j k");
        assertThatThrownBy(() ->
                        ChurnReasons.metric(Ledger.EUR, ReasonRule.SPLIT, MARCH).over(List.of(many)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reasons of one churn are 11; at most 10 are split");
        assertThat(ChurnReasons.metric(Ledger.EUR, ReasonRule.EVERY, MARCH)
                        .over(List.of(many))
                        .reasons())
                .hasSize(11);
        Subscription dollars = Subscription.of(
                "d", CustomerId.of("d"), Movement.of(Movement.Kind.START, Ledger.month(0), Money.of("5", "USD")));
        assertThatThrownBy(() ->
                        ChurnReasons.metric(Ledger.EUR, ReasonRule.FIRST, MARCH).over(List.of(dollars)))
                .hasMessage("subscription d is in USD; this metric is of EUR");
    }
}
