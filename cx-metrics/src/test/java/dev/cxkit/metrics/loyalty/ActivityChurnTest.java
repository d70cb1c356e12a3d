package dev.cxkit.metrics.loyalty;

import static dev.cxkit.metrics.loyalty.Shop.log;
import static dev.cxkit.metrics.loyalty.Shop.orders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.commerce.Order;
import dev.cxkit.metrics.Cadence;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.loyalty.ActivityChurn.Dating;
import dev.cxkit.metrics.stats.Proportion;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ActivityChurnTest {

    /** 2026-01-01 is a Thursday, so weeks begin on the days -3, 4, 11 and so on. */
    private static final Cadence WEEKS = Cadence.weekly(ZoneOffset.UTC);

    private static final Cadence DAYS = Cadence.daily(ZoneOffset.UTC);

    private static Series<ActivityChurn> churn(double to, long limit, Dating dating, Cadence cadence, String... texts) {
        return log(to).asking(ActivityChurn.metric(limit, dating, cadence, log(to)))
                .over(orders(texts));
    }

    private static List<ActivityChurn> values(Series<ActivityChurn> series) {
        return series.points().stream().map(Series.Point::value).toList();
    }

    @Test
    void whoDoesNotBuyForTheLimitIsLostThenAndComesBackByBuying() {
        assertThat(values(churn(7, 2, Dating.AT_LIMIT, DAYS, "0 2 6")))
                .containsExactly(
                        new ActivityChurn(0, 1, 0, 0, 0),
                        new ActivityChurn(1, 0, 0, 0, 0),
                        new ActivityChurn(1, 0, 0, 0, 0),
                        new ActivityChurn(1, 0, 0, 0, 0),
                        new ActivityChurn(1, 0, 0, 1, 0),
                        new ActivityChurn(0, 0, 0, 0, 0),
                        new ActivityChurn(0, 0, 1, 0, 0));
    }

    @Test
    void theLossMayBeDatedBackToTheLastPurchase() {
        Series<ActivityChurn> series = churn(7, 2, Dating.BACKDATED, DAYS, "0 2 6");
        assertThat(values(series))
                .containsExactly(
                        new ActivityChurn(0, 1, 0, 0, 0),
                        new ActivityChurn(1, 0, 0, 0, 0),
                        new ActivityChurn(1, 0, 0, 1, 0),
                        new ActivityChurn(0, 0, 0, 0, 0),
                        new ActivityChurn(0, 0, 0, 0, 0),
                        new ActivityChurn(0, 0, 0, 0, 0),
                        new ActivityChurn(0, 0, 1, 0, 0));
        assertThat(series.points())
                .as("the last two days may still see a loss")
                .extracting(Series.Point::finished)
                .containsExactly(true, true, true, true, true, false, false);
    }

    @Test
    void aLossIsCountedOnlyWhenTheWholeLimitWasSeen() {
        assertThat(values(churn(3, 3, Dating.AT_LIMIT, DAYS, "0")))
                .as("day 3 is not seen")
                .extracting(ActivityChurn::lost)
                .containsExactly(0L, 0L, 0L);
        assertThat(values(churn(4, 3, Dating.AT_LIMIT, DAYS, "0")))
                .extracting(ActivityChurn::lost)
                .containsExactly(0L, 0L, 0L, 1L);
    }

    @Test
    void theRateIsOfThoseActiveAtTheStart() {
        // In the week of day 4: c0 and c1 are active at its start, c1 is lost on day 9; c2 starts on day 5 and is lost
        // on day 10.
        List<ActivityChurn> weeks = values(churn(11, 5, Dating.AT_LIMIT, WEEKS, "0 4 8", "0 4", "5"));
        assertThat(weeks).containsExactly(new ActivityChurn(0, 2, 0, 0, 0), new ActivityChurn(2, 1, 0, 1, 1));
        assertThat(weeks.get(1).rate()).isEqualTo(Proportion.of(1, 2));
        assertThat(weeks.get(1).end()).isEqualTo(1);
        assertThat(weeks.get(0).rate().estimate()).isEmpty();
    }

    /** Those active at the end of each day, by a plain loop over the orders. */
    @Test
    void theNumbersAddUpToThoseWhoBoughtWithinTheLimit() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<Order> orders =
                    Stream.generate(() -> Shop.random(random)).limit(100).toList();
            int to = 10 + random.nextInt(30);
            int limit = 1 + random.nextInt(9);
            Series<ActivityChurn> series = log(to).asking(ActivityChurn.metric(limit, Dating.AT_LIMIT, DAYS, log(to)))
                    .over(orders);
            for (Series.Point<ActivityChurn> point : series.points()) {
                long day = (point.period().from().getEpochSecond() - Shop.ZERO.getEpochSecond()) / 86_400;
                long active = orders.stream()
                        .filter(order -> order.amount().signum() >= 0)
                        .filter(order -> {
                            long ordered = Math.floorDiv(
                                    order.occurredAt().getEpochSecond() - Shop.ZERO.getEpochSecond(), 86_400L);
                            return ordered <= day && day - ordered < limit;
                        })
                        .map(Order::customer)
                        .distinct()
                        .count();
                // On the very day of the limit a purchase is in time, and one who makes none is lost.
                assertThat(point.value().end())
                        .as("day %s, limit %s", day, limit)
                        .isEqualTo(active);
            }
        }
    }

    @Test
    void nobodyGivesNoPoints() {
        assertThat(churn(9, 3, Dating.AT_LIMIT, DAYS, "1:-5").points()).isEmpty();
        assertThatThrownBy(() -> ActivityChurn.metric(0, Dating.AT_LIMIT, DAYS, log(9)))
                .hasMessage("limit 0 is below 1 tick");
    }
}
