package dev.cxkit.metrics.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.core.commerce.Movement;
import dev.cxkit.core.commerce.Subscription;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.Moments;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        // By hand: 12 x 100.00 / 12; 12 x 1,000 / 12; 24 x 100.00 / 24; 100.00 / 12 + 100.00 / 24 + 1.00 = 13.50.
        "EUR, 12 x 100.00 for 12, 10000",
        "JPY, 12 x 1000 for 12, 1000",
        "EUR, 24 x 100.00 for 24, 10000",
        "EUR, 36 x 99.99 for 36, 9999",
        "EUR, 1 x 100.00 for 12 + 1 x 100.00 for 24 + 1 x 1.00 for 1, 1350"
    })
    void plans_of_a_longer_term_add_up(String currency, String plans, long expected) {
        List<Subscription> subscriptions = new ArrayList<>();
        for (String plan : plans.split(" \\+ ", -1)) {
            String[] words = plan.split(" ", -1);
            for (int i = 0; i < Integer.parseInt(words[0]); i++) {
                String id = "s" + subscriptions.size();
                Movement start = Movement.of(Movement.Kind.START, Ledger.month(0), Money.of(words[2], currency))
                        .forMonths(Integer.parseInt(words[4]));
                subscriptions.add(Subscription.of(id, CustomerId.of(id), start));
            }
        }
        RecurringUnit unit = RecurringUnit.amount(Currency.getInstance(currency));
        for (RevenueConvention convention : RevenueConvention.values()) {
            RevenueRetention february = RevenueRetention.metric(unit, convention, Ledger.months(1, 1))
                    .over(subscriptions);
            assertThat(february.all()).isEqualTo(new RecurringMovements(expected, 0, 0, 0, 0, 0, expected));
            assertThat(february.retained()).isEqualTo(expected);
            assertThat(february.nrr()).hasValue(1);
        }
    }

    @Test
    void what_is_below_the_smallest_unit_is_in_the_rates() {
        // By hand: 1 yen a year and 2 yen a year, the second raised to 4: (1 + 4) / 3. Per month 0.25 yen are 0, and
        // 0.42 are 0.
        Instant june = Ledger.month(5);
        Subscription one = Subscription.of("a", CustomerId.of("a"), yearly(Movement.Kind.START, Ledger.month(0), "1"));
        Subscription two = Subscription.of(
                "b",
                CustomerId.of("b"),
                yearly(Movement.Kind.START, Ledger.month(0), "2"),
                yearly(Movement.Kind.EXPANSION, june, "4"));
        RevenueRetention year = RevenueRetention.metric(
                        RecurringUnit.amount(Currency.getInstance("JPY")),
                        RevenueConvention.POINT_TO_POINT,
                        Ledger.months(12, 12))
                .over(List.of(one, two));
        assertThat(year.nrr()).hasValue(5.0 / 3);
        assertThat(year.cohort().end()).isZero();
        assertThat(year.quickRatio()).isEmpty();
    }

    private static Movement yearly(Movement.Kind kind, Instant at, String yen) {
        return Movement.of(kind, at, Money.of(yen, "JPY")).forMonths(12);
    }

    @Test
    void intervals_are_those_of_a_ratio_of_sums() {
        // NumPy 2: R = sum y / sum x, standard error sqrt(n / (n - 1) sum (y - R x)^2) / sum x; 1.959963984540054 of
        // them.
        RevenueRetention month = month(
                3,
                RevenueConvention.POINT_TO_POINT,
                SubscriptionText.of("a", "START 0 100, EXPANSION 3 120"),
                SubscriptionText.of("b", "START 0 50, CHURN 3 0"),
                SubscriptionText.of("c", "START 0 80"),
                SubscriptionText.of("d", "START 0 20, CONTRACTION 3 15"),
                SubscriptionText.of("e", "START 0 200"),
                SubscriptionText.of("new", "START 3 70"));
        Estimate nrr = month.nrrEstimate(0.95).orElseThrow();
        assertThat(nrr.value()).isCloseTo(0.9222222222222223, within(1e-15));
        assertThat(nrr.interval().orElseThrow().low()).isCloseTo(0.6471714833409967, within(1e-12));
        assertThat(nrr.interval().orElseThrow().high()).isCloseTo(1.1972729611034478, within(1e-12));
        assertThat(nrr.n()).isEqualTo(5);
        Estimate grr = month.grrEstimate(0.95).orElseThrow();
        assertThat(grr.value()).isCloseTo(0.8777777777777778, within(1e-15));
        assertThat(grr.interval().orElseThrow().low()).isCloseTo(0.6212441541058372, within(1e-12));
        assertThat(grr.interval().orElseThrow().high()).isEqualTo(1);
    }

    @Test
    void by_movements_a_customer_may_count_below_nothing() {
        // NumPy 2, as above, of y = -10, 130, 40 and x = 10, 100, 40.
        RevenueRetention month = month(
                3,
                RevenueConvention.MOVEMENTS,
                SubscriptionText.of("a", "START 0 10, CHURN 3 0, REACTIVATION 3 10, CHURN 3 0"),
                SubscriptionText.of("b", "START 0 100, EXPANSION 3 130"),
                SubscriptionText.of("c", "START 0 40"));
        Estimate nrr = month.nrrEstimate(0.95).orElseThrow();
        assertThat(nrr.value()).isCloseTo(1.0666666666666667, within(1e-15));
        assertThat(nrr.interval().orElseThrow().low()).isCloseTo(0.5660332213072911, within(1e-12));
        assertThat(nrr.interval().orElseThrow().high()).isCloseTo(1.5673001120260421, within(1e-12));
    }

    @Test
    void an_interval_is_as_wide_as_that_of_a_bootstrap() {
        // The independent check: 2,000 samples of the customers with replacement (Efron, 1979).
        Random random = new Random(11);
        int n = 300;
        double[] starts = new double[n];
        double[] ends = new double[n];
        Subscription[] customers = new Subscription[n];
        for (int i = 0; i < n; i++) {
            long start = 100L + random.nextInt(4000);
            long end = start * (random.nextInt(5) == 0 ? 0 : 6 + random.nextInt(6)) / 10;
            starts[i] = start;
            ends[i] = end;
            String kind = end == 0 ? "CHURN" : end > start ? "EXPANSION" : "CONTRACTION";
            customers[i] =
                    SubscriptionText.of("s" + i, "START 0 " + start + (end == start ? "" : ", " + kind + " 3 " + end));
        }
        double[] samples = new double[2000];
        for (int sample = 0; sample < samples.length; sample++) {
            double before = 0;
            double after = 0;
            for (int i = 0; i < n; i++) {
                int each = random.nextInt(n);
                before += starts[each];
                after += ends[each];
            }
            samples[sample] = after / before;
        }
        double spread = Moments.of(samples).standardDeviation().orElseThrow();
        Estimate nrr = month(3, RevenueConvention.POINT_TO_POINT, customers)
                .nrrEstimate(0.95)
                .orElseThrow();
        assertThat((nrr.interval().orElseThrow().high()
                                - nrr.interval().orElseThrow().low())
                        / 2
                        / 1.959963984540054)
                .isCloseTo(spread, within(0.08 * spread));
    }

    @Test
    void where_all_retain_the_same_there_is_no_interval() {
        RevenueRetention third = month(
                3,
                RevenueConvention.POINT_TO_POINT,
                SubscriptionText.of("a", "START 0 3, CONTRACTION 3 1"),
                SubscriptionText.of("b", "START 0 9, CONTRACTION 3 3"));
        assertThat(third.nrr()).hasValue(1 / 3.0);
        assertThat(third.nrrEstimate(0.95)).isEmpty();
        assertThat(third.grrEstimate(0.95)).isEmpty();
        RevenueRetention alone = month(3, RevenueConvention.POINT_TO_POINT, SubscriptionText.of("a", "START 0 3"));
        assertThat(alone.nrrEstimate(0.95)).isEmpty();
        assertThatThrownBy(() -> alone.nrrEstimate(1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sums_beyond_a_long_are_kept() {
        // By hand: 40 customers of 10^14 cents, a tenth of whom leave.
        Subscription[] customers = new Subscription[40];
        for (int i = 0; i < customers.length; i++) {
            customers[i] = SubscriptionText.of("s" + i, "START 0 1000000000000" + (i < 4 ? ", CHURN 3 0" : ""));
        }
        RevenueRetention month = month(3, RevenueConvention.POINT_TO_POINT, customers);
        assertThat(month.cohort().start()).isEqualTo(4_000_000_000_000_000L);
        assertThat(month.nrr()).hasValue(0.9);
        Estimate grr = month.grrEstimate(0.95).orElseThrow();
        // The standard error of a share of 0.9 of 40, with 39 below.
        assertThat(grr.interval().orElseThrow().low())
                .isCloseTo(0.9 - 1.959963984540054 * Math.sqrt(0.09 / 39), within(1e-12));
    }

    @Test
    void results_that_do_not_add_up_cannot_be_made() {
        assertThatThrownBy(() -> new RecurringMovements(10, 0, 0, 0, 0, 0, 9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("movements do not add up: 10 + 0 + 0 + 0 - 0 - 0 is not 9");
        assertThatThrownBy(() -> new RecurringMovements(10, 0, 0, -1, 0, 0, 9)).hasMessage("a movement is negative");
    }
}
