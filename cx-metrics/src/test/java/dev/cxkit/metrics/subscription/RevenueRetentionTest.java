package dev.cxkit.metrics.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.core.commerce.Movement;
import dev.cxkit.core.commerce.Subscription;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.Cadence;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RevenueRetentionTest {

    private static final RecurringUnit AMOUNT = RecurringUnit.amount(Ledger.EUR);
    private static final Cadence MONTHLY = Cadence.monthly(ZoneOffset.UTC);

    static Stream<List<String>> months() {
        return Ledger.table("mrr-ledger-small-monthly.csv").stream().map(List::of);
    }

    private static long cents(String amount) {
        return amount.isEmpty() ? 0 : Math.round(100 * Double.parseDouble(amount));
    }

    private static void is(OptionalDouble actual, String expected) {
        if (expected.isEmpty()) {
            assertThat(actual).isEmpty();
        } else {
            assertThat(actual.orElseThrow()).isCloseTo(Double.parseDouble(expected), within(5e-12));
        }
    }

    private static RevenueRetention month(int index, RevenueConvention convention, Subscription... subscriptions) {
        return RevenueRetention.metric(AMOUNT, convention, Ledger.months(1, index))
                .over(List.of(subscriptions));
    }

    private static RevenueRetention year(RevenueConvention convention, Subscription... subscriptions) {
        return RevenueRetention.metric(AMOUNT, convention, Ledger.months(12, 12))
                .over(List.of(subscriptions));
    }

    @ParameterizedTest
    @MethodSource("months")
    void months_of_the_small_ledger_are_those_of_an_independent_program(List<String> row) {
        for (RevenueConvention convention : RevenueConvention.values()) {
            RevenueRetention month = RevenueRetention.metric(
                            AMOUNT,
                            convention,
                            Ledger.months(Integer.parseInt(row.get(1)), Integer.parseInt(row.get(0))))
                    .over(Ledger.subscriptions());
            assertThat(month.convention()).isEqualTo(convention);
            assertThat(month.logoChurn())
                    .isEqualTo(Proportion.of(Long.parseLong(row.get(3)), Long.parseLong(row.get(2))));
            is(month.logoChurn().share(), row.get(4));
            assertThat(month.all())
                    .isEqualTo(new RecurringMovements(
                            cents(row.get(5)),
                            cents(row.get(6)),
                            cents(row.get(7)),
                            cents(row.get(8)),
                            cents(row.get(9)),
                            cents(row.get(10)),
                            cents(row.get(11))));
            is(month.grr(), row.get(12));
            is(month.nrr(), row.get(13));
            is(month.quickRatio(), row.get(14));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_example_of_the_glossary_of_pitchkit(RevenueConvention convention) {
        RevenueRetention month = month(
                1,
                convention,
                SubscriptionText.of("grows", "START 0 60000, EXPANSION 1 75000"),
                SubscriptionText.of("shrinks", "START 0 35000, CONTRACTION 1 32000"),
                SubscriptionText.of("leaves", "START 0 5000, CHURN 1 0"),
                SubscriptionText.of("new", "START 1 90000"));
        assertThat(month.nrr()).hasValue(1.07);
        assertThat(month.grr()).hasValue(0.92);
        assertThat(month.quickRatio()).hasValue((15_000 + 90_000) / 8_000.0);
    }

    @ParameterizedTest
    @EnumSource
    void what_left_is_not_taken_off_the_value_at_the_end_a_second_time(RevenueConvention convention) {
        // The glossary of ChurnZero takes 5 off an end of 35, which no longer has them, and prints 111 %.
        RevenueRetention month = month(
                1,
                convention,
                SubscriptionText.of("stays", "START 0 22, EXPANSION 1 35"),
                SubscriptionText.of("leaves", "START 0 5, CHURN 1 0"));
        assertThat(month.nrr()).hasValue(35 / 27.0);
    }

    @ParameterizedTest
    @EnumSource
    void growth_of_one_does_not_make_up_for_the_loss_of_another_in_gross_retention(RevenueConvention convention) {
        RevenueRetention month = month(
                1,
                convention,
                SubscriptionText.of("a", "START 0 100, EXPANSION 1 200"),
                SubscriptionText.of("b", "START 0 100, CHURN 1 0"));
        assertThat(month.nrr()).hasValue(1);
        assertThat(month.grr()).hasValue(0.5);
        assertThat(month.logoChurn()).isEqualTo(Proportion.of(1, 2));
    }

    @Test
    void nobody_loses_more_than_they_began_with() {
        RevenueRetention year =
                year(RevenueConvention.MOVEMENTS, SubscriptionText.of("a", "START 0 100, EXPANSION 3 250, CHURN 9 0"));
        assertThat(year.grr()).hasValue(0);
        assertThat(year.nrr()).hasValue(0);
    }

    @Test
    void who_churned_and_reactivated_within_twelve_months_is_lost_by_movements_only() {
        Subscription back = SubscriptionText.of("back", "START 0 100, CHURN 4 0, REACTIVATION 6 100");
        Subscription stays = SubscriptionText.of("stays", "START 0 100, CONTRACTION 8 80");
        RevenueRetention points = year(RevenueConvention.POINT_TO_POINT, back, stays);
        assertThat(points.nrr()).hasValue(0.9);
        assertThat(points.grr()).hasValue(0.9);
        assertThat(points.logoChurn()).isEqualTo(Proportion.of(0, 2));
        RevenueRetention movements = year(RevenueConvention.MOVEMENTS, back, stays);
        assertThat(movements.nrr()).hasValue(0.4);
        assertThat(movements.grr()).hasValue(0.4);
        assertThat(movements.nrrWithReactivation()).hasValue(0.9);
        assertThat(movements.logoChurn()).isEqualTo(Proportion.of(1, 2));
        double product = 1;
        for (int month = 1; month <= 12; month++) {
            product *= month(month, RevenueConvention.POINT_TO_POINT, back, stays)
                    .nrr()
                    .orElseThrow();
        }
        // Half are lost in month 4; who is back in month 6 is new to that month.
        assertThat(product).isCloseTo(0.5 * 0.9, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource
    void who_had_left_before_is_reactivated_and_in_no_cohort(RevenueConvention convention) {
        RevenueRetention month = month(
                3,
                convention,
                SubscriptionText.of("back", "START 0 70, CHURN 1 0, REACTIVATION 3 30"),
                SubscriptionText.of("stays", "START 0 100"),
                SubscriptionText.of("trial", "START 0 0, EXPANSION 3 20"),
                SubscriptionText.of("free", "START 0 0"));
        assertThat(month.all()).isEqualTo(new RecurringMovements(10000, 2000, 3000, 0, 0, 0, 15000));
        assertThat(month.cohort()).isEqualTo(new RecurringMovements(10000, 0, 0, 0, 0, 0, 10000));
        assertThat(month.nrr()).hasValue(1);
        assertThat(month.nrrWithReactivation()).hasValue(1.3);
        assertThat(month.quickRatio()).isEmpty();
        assertThat(month.logoChurn().total()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_at_the_first_instant_of_a_window_is_in_it_and_what_is_at_its_end_is_not(RevenueConvention convention) {
        Subscription subscription = SubscriptionText.of("a", "START 1 100, EXPANSION 2 150");
        assertThat(month(1, convention, subscription).all())
                .isEqualTo(new RecurringMovements(0, 10000, 0, 0, 0, 0, 10000));
        assertThat(month(2, convention, subscription).all())
                .isEqualTo(new RecurringMovements(10000, 0, 0, 5000, 0, 0, 15000));
    }

    @ParameterizedTest
    @EnumSource
    void without_a_cohort_there_is_no_rate(RevenueConvention convention) {
        for (RevenueRetention none : List.of(
                month(1, convention),
                month(1, convention, SubscriptionText.of("new", "START 1 5"), SubscriptionText.of("f", "START 0 0")))) {
            assertThat(none.nrr()).isEmpty();
            assertThat(none.nrrWithReactivation()).isEmpty();
            assertThat(none.grr()).isEmpty();
            assertThat(none.quickRatio()).isEmpty();
            assertThat(none.logoChurn().estimate()).isEmpty();
        }
    }

    @Test
    void another_currency_is_refused_by_name() {
        Subscription dollars = Subscription.of(
                "s-9", CustomerId.of("c"), Movement.of(Movement.Kind.START, Ledger.month(0), Money.of("5", "USD")));
        assertThatThrownBy(() -> month(1, RevenueConvention.MOVEMENTS, dollars))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("subscription s-9 is in USD; this metric is of EUR");
    }

    @Test
    void seats_are_kept_and_lost_like_amounts_and_unknown_ones_are_counted_apart() {
        Instant one = Ledger.month(1);
        Money price = Money.of("50", "EUR");
        Subscription shrinks = Subscription.of(
                "a",
                CustomerId.of("a"),
                Movement.of(Movement.Kind.START, Ledger.month(0), price).withSeats(10),
                Movement.of(Movement.Kind.CONTRACTION, one, price).withSeats(7));
        Subscription grows = Subscription.of(
                "b",
                CustomerId.of("b"),
                Movement.of(Movement.Kind.START, Ledger.month(0), Money.of("9", "USD"))
                        .withSeats(30),
                Movement.of(Movement.Kind.EXPANSION, one, Money.of("10", "USD")).withSeats(35));
        Subscription leaves = Subscription.of(
                "c",
                CustomerId.of("c"),
                Movement.of(Movement.Kind.START, Ledger.month(0), price).withSeats(60),
                Movement.of(Movement.Kind.CHURN, one, Money.of("0", "EUR")));
        Subscription unknown = SubscriptionText.of("d", "START 0 5");
        Subscription later = grows.plus(Movement.of(Movement.Kind.EXPANSION, Ledger.month(2), Money.of("11", "USD")));
        RevenueRetention seats = RevenueRetention.metric(
                        RecurringUnit.seats(), RevenueConvention.POINT_TO_POINT, Ledger.months(1, 1))
                .over(List.of(shrinks, grows, leaves, unknown, later));
        assertThat(seats.all()).isEqualTo(new RecurringMovements(130, 0, 0, 10, 3, 60, 77));
        assertThat(seats.grr()).hasValue(67 / 130.0);
        assertThat(seats.logoChurn()).isEqualTo(Proportion.of(1, 4));
        assertThat(seats.withoutSeats()).isEqualTo(1);
    }

    @Test
    void each_month_of_a_range_is_what_the_month_alone_is_in_a_zone_with_summer_time_too() {
        Cadence berlin = Cadence.monthly(ZoneId.of("Europe/Berlin"));
        TimeRange range = TimeRange.of(Instant.parse("2024-01-15T00:00:00Z"), Instant.parse("2024-05-15T00:00:00Z"));
        List<Subscription> ledger = Ledger.subscriptions();
        Series<RevenueRetention> each = RevenueRetention.metric(
                        AMOUNT, RevenueConvention.POINT_TO_POINT, berlin, 1, range)
                .over(ledger);
        assertThat(each.points()).hasSize(3);
        assertThat(each.points().get(1).period())
                .isEqualTo(TimeRange.of(Instant.parse("2024-02-29T23:00:00Z"), Instant.parse("2024-03-31T22:00:00Z")));
        for (Series.Point<RevenueRetention> point : each.points()) {
            assertThat(point.value())
                    .isEqualTo(RevenueRetention.metric(AMOUNT, RevenueConvention.POINT_TO_POINT, point.period())
                            .over(ledger));
        }
    }

    @Test
    void trailing_windows_are_given_at_their_last_month_once_they_are_whole() {
        Subscription subscription = SubscriptionText.of("a", "START 0 100, CONTRACTION 5 60, EXPANSION 13 90");
        Series<RevenueRetention> year = RevenueRetention.metric(
                        AMOUNT, RevenueConvention.POINT_TO_POINT, MONTHLY, 12, Ledger.months(13, 13))
                .over(List.of(subscription));
        assertThat(year.points())
                .extracting(Series.Point::period)
                .containsExactly(Ledger.months(1, 12), Ledger.months(1, 13));
        assertThat(year.points().get(0).value()).isEqualTo(year(RevenueConvention.POINT_TO_POINT, subscription));
        assertThat(year.points().get(0).value().nrr()).hasValue(0.6);
        assertThat(year.points().get(1).value().nrr()).hasValue(0.9);
    }

    @Test
    void windows_that_do_not_fit_are_refused() {
        assertThatThrownBy(() -> RevenueRetention.metric(
                        AMOUNT, RevenueConvention.MOVEMENTS, MONTHLY, 12, Ledger.months(11, 11)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no 12 of the months in Z lie in 2024-02-01T00:00:00Z/");
        assertThatThrownBy(() ->
                        RevenueRetention.metric(AMOUNT, RevenueConvention.MOVEMENTS, MONTHLY, 0, Ledger.months(11, 11)))
                .hasMessage("periods 0 are below 1");
    }

    @Test
    void segments_add_up_to_the_whole() {
        Map<String, String> segments = Ledger.segments();
        Segments<String, RevenueRetention> by = RevenueRetention.metric(
                        AMOUNT, RevenueConvention.POINT_TO_POINT, Ledger.months(5, 5))
                .<String>by(subscription -> segments.getOrDefault(subscription.id(), "none"))
                .over(Ledger.subscriptions());
        assertThat(by.each().keySet()).containsExactly("ent", "mid", "smb");
        assertThat(by.each().values().stream()
                        .mapToLong(part -> part.all().end())
                        .sum())
                .isEqualTo(by.total().all().end())
                .isEqualTo(241_120);
    }

    @Test
    void results_that_do_not_add_up_cannot_be_made() {
        assertThatThrownBy(() -> new RecurringMovements(10, 0, 0, 0, 0, 0, 9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("movements do not add up: 10 + 0 + 0 + 0 - 0 - 0 is not 9");
        assertThatThrownBy(() -> new RecurringMovements(10, 0, 0, -1, 0, 0, 9)).hasMessage("a movement is negative");
        RecurringMovements ten = new RecurringMovements(10, 0, 0, 0, 0, 0, 10);
        assertThatThrownBy(
                        () -> new RevenueRetention(RevenueConvention.MOVEMENTS, Proportion.of(0, 1), ten, ten, 11, 0))
                .hasMessage("retained 11 is outside 0..10");
    }
}
