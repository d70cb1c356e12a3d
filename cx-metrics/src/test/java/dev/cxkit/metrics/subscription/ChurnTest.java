package dev.cxkit.metrics.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.core.commerce.Movement;
import dev.cxkit.core.commerce.Subscription;
import dev.cxkit.core.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChurnTest {

    private static final TimeRange APRIL = Ledger.months(1, 3);

    private static Churn counts(long start, long started, long lost) {
        return new Churn(PauseRule.CONTRACT, APRIL, start, started, 0, 0, lost, 0, lost, 0, start + started - lost);
    }

    /** The worked example of a thread on freemathhelp.com about the churn of a service in six months. */
    @ParameterizedTest
    @CsvSource({
        "1126, 85, 18, 1.49",
        "1193, 25, 11, 0.90",
        "1207, 41, 20, 1.60",
        "1228, 30, 13, 1.03",
        "1245, 36, 24, 1.87",
        "1257, 46, 23, 1.77",
        "1126, 263, 109, 7.85"
    })
    void all_who_were_served_are_the_base_of_the_thread_on_freemathhelp(
            long start, long started, long lost, double percent) {
        ChurnRate rate = counts(start, started, lost).rate(ChurnConvention.STARTED_PLUS_NEW);
        assertThat(100 * rate.value().orElseThrow()).isCloseTo(percent, within(0.005));
        assertThat(rate.lost()).isEqualTo(lost);
        assertThat(rate.base()).isEqualTo(start + started);
        assertThat(rate.estimate().orElseThrow().n()).isEqualTo(start + started);
    }

    @Test
    void a_rate_compounds() {
        // Gold, Fighting Churn with Data (2020): 1.6 % a month are 17.6 % a year, not 19.2 %.
        assertThat(ChurnRate.compound(0.016, 12)).isCloseTo(0.176, within(0.0005));
        assertThat(ChurnRate.compound(0.016, 12)).isCloseTo(1 - Math.pow(0.984, 12), within(1e-15));
        assertThat(ChurnRate.compound(1 - Math.pow(0.984, 12), 1 / 12.0)).isCloseTo(0.016, within(1e-15));
        assertThat(ChurnRate.compound(1e-18, 12)).isCloseTo(1.2e-17, within(1e-30));
        assertThat(ChurnRate.compound(1, 12)).isEqualTo(1);
        assertThat(ChurnRate.compound(0, 12)).isZero();
        assertThatThrownBy(() -> ChurnRate.compound(1.5, 12)).hasMessage("rate 1.5 is outside 0..1");
        assertThatThrownBy(() -> ChurnRate.compound(0.5, 0)).hasMessage("periods 0.0 is not a finite number above 0");
    }

    @Test
    void a_rate_is_brought_to_a_year_or_a_month_by_its_days() {
        ChurnRate rate = new ChurnRate(ChurnConvention.START, 4, 100, 90);
        assertThat(rate.over(ChurnRate.YEAR).orElseThrow()).isCloseTo(1 - Math.pow(0.96, 365 / 90.0), within(1e-15));
        assertThat(rate.over(ChurnRate.MONTH).orElseThrow())
                .isCloseTo(1 - Math.pow(0.96, 365 / 12.0 / 90), within(1e-15));
        assertThat(rate.over(90)).hasValue(rate.value().orElseThrow());
        assertThat(new ChurnRate(ChurnConvention.AVERAGE, 4, 2, 90).over(365)).isEmpty();
        assertThatThrownBy(() -> rate.over(0)).hasMessage("length 0.0 is not a finite number above 0");
        assertThatThrownBy(() -> new ChurnRate(ChurnConvention.START, -1, 2, 90))
                .hasMessage("lost -1 or base 2.0 is not at least 0");
        assertThatThrownBy(() -> new ChurnRate(ChurnConvention.START, 1, 2, 0))
                .hasMessage("days 0.0 is not a finite number above 0");
    }

    private static final List<Subscription> APRIL_LIVES = List.of(
            SubscriptionText.of("stays", "START 0 10"),
            SubscriptionText.of("gone before", "START 0 10, CHURN 2 0"),
            SubscriptionText.of("leaves", "START 0 10, CHURN 3 0"),
            SubscriptionText.of("returns", "START 0 10, CHURN 3 0, REACTIVATION 3 10"),
            SubscriptionText.of("new", "START 3 10"),
            SubscriptionText.of("new and gone", "START 3 10, CHURN 3 0"),
            SubscriptionText.of("back", "START 0 10, CHURN 1 0, REACTIVATION 3 10"),
            SubscriptionText.of("back and gone", "START 0 10, CHURN 1 0, REACTIVATION 3 10, CHURN 3 0"),
            SubscriptionText.of("later", "START 4 10"),
            SubscriptionText.of("leaves later", "START 0 10, CHURN 4 0"),
            SubscriptionText.of("rests", "START 0 10, PAUSE 3 0"),
            SubscriptionText.of("tries", "START 0 0"));

    @Test
    void who_came_and_left_is_counted_once_and_adds_up() {
        long april = Duration.ofDays(30).toMillis();
        assertThat(Churn.metric(APRIL).over(APRIL_LIVES))
                .isEqualTo(new Churn(PauseRule.CONTRACT, APRIL, 6, 2, 2, 1, 2, 1, 4, 7 * april, 7));
    }

    @Test
    void a_pause_and_a_free_time_are_churn_by_who_is_a_customer() {
        Churn running = Churn.metric(PauseRule.RUNNING, APRIL).over(APRIL_LIVES);
        assertThat(running.start()).isEqualTo(6);
        assertThat(running.lost()).isEqualTo(2);
        Churn paying = Churn.metric(PauseRule.PAYING, APRIL).over(APRIL_LIVES);
        assertThat(paying.start()).isEqualTo(5);
        assertThat(paying.lost()).isEqualTo(2);
        Subscription paid = SubscriptionText.of("a", "START 0 10, PAUSE 3 4, RESUME 4 10");
        assertThat(Churn.metric(PauseRule.PAYING, APRIL).over(List.of(paid)).lost())
                .isZero();
        assertThat(Churn.metric(PauseRule.RUNNING, Ledger.months(1, 4))
                        .over(List.of(paid))
                        .reactivated())
                .isEqualTo(1);
    }

    @Test
    void each_convention_divides_what_it_says() {
        Churn churn = new Churn(PauseRule.CONTRACT, APRIL, 10, 4, 2, 3, 1, 2, 7, 1, 12);
        ChurnRate start = churn.rate(ChurnConvention.START);
        assertThat(start.value()).hasValue(0.3);
        assertThat(start.estimate().orElseThrow().n()).isEqualTo(10);
        assertThat(churn.rate(ChurnConvention.ALL_LOST).value()).hasValue(0.4);
        assertThat(churn.rate(ChurnConvention.ALL_LOST).estimate()).isEmpty();
        assertThat(churn.rate(ChurnConvention.AVERAGE).value()).hasValue(4 / 11.0);
        assertThat(churn.rate(ChurnConvention.STARTED_PLUS_NEW).value()).hasValue(4 / 16.0);
        assertThat(start.days()).isEqualTo(30);
    }

    @Test
    void exposure_is_the_mean_number_of_customers_through_the_window() {
        Instant half = APRIL.from().plus(Duration.ofDays(15));
        Subscription leaves = SubscriptionText.of("a", "START 0 10")
                .plus(Movement.of(Movement.Kind.CHURN, half, Money.of("0", "EUR")));
        Churn churn = Churn.metric(APRIL).over(List.of(leaves, SubscriptionText.of("b", "START 0 10")));
        assertThat(churn.meanCustomers()).isEqualTo(1.5);
        assertThat(churn.rate(ChurnConvention.EXPOSURE).value()).hasValue(1 / 1.5);
    }

    @Test
    void without_a_base_there_is_no_rate() {
        Churn none = Churn.metric(APRIL).over(List.of());
        for (ChurnConvention convention : ChurnConvention.values()) {
            ChurnRate rate = none.rate(convention);
            assertThat(rate.value()).isEmpty();
            assertThat(rate.estimate()).isEmpty();
            assertThat(rate.over(365)).isEmpty();
        }
    }

    @Test
    void customers_of_one_month_are_those_of_the_next() {
        Random random = new Random(5);
        List<Subscription> lives = Stream.generate(() -> SubscriptionText.random(random))
                .limit(500)
                .toList();
        for (PauseRule rule : PauseRule.values()) {
            List<Churn> months = IntStream.range(0, 18)
                    .mapToObj(
                            month -> Churn.metric(rule, Ledger.months(1, month)).over(lives))
                    .toList();
            for (int i = 1; i < months.size(); i++) {
                assertThat(months.get(i).start()).isEqualTo(months.get(i - 1).end());
            }
        }
    }

    @Test
    void numbers_that_do_not_add_up_are_refused() {
        assertThatThrownBy(() -> new Churn(PauseRule.CONTRACT, APRIL, 5, 0, 0, 1, 0, 0, 1, 0, 5))
                .hasMessage("customers do not add up: 5 + 0 + 0 - 1 - 0 is not 5");
        assertThatThrownBy(() -> new Churn(PauseRule.CONTRACT, APRIL, 0, 1, 0, 1, 0, 0, 1, 0, 0))
                .hasMessage("more customers left than there were, or a number is negative");
        assertThatThrownBy(() -> new Churn(PauseRule.CONTRACT, APRIL, 5, 0, 0, 1, 0, 0, 0, 0, 4))
                .hasMessageContaining("more customers left");
    }
}
