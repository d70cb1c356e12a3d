package dev.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.core.commerce.Order;
import dev.cxkit.core.commerce.OrderId;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.feedback.Answer;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.metrics.kit.MetricLaws;
import dev.cxkit.metrics.lifetime.BgNbd;
import dev.cxkit.metrics.lifetime.RecencyFrequency;
import dev.cxkit.metrics.purchase.OrderForecast;
import dev.cxkit.metrics.purchase.OrderLog;
import dev.cxkit.metrics.purchase.PurchaseRule;
import dev.cxkit.metrics.purchase.RepeatPurchases;
import dev.cxkit.metrics.purchase.SecondPurchase;
import dev.cxkit.metrics.quantiles.ValueDistribution;
import dev.cxkit.metrics.service.Share;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Moments;
import dev.cxkit.metrics.stats.Proportion;
import dev.cxkit.metrics.subscription.RecurringMovements;
import dev.cxkit.metrics.subscription.RevenueRetention;
import dev.cxkit.metrics.survey.Ces;
import dev.cxkit.metrics.survey.CesForm;
import dev.cxkit.metrics.survey.Distribution;
import dev.cxkit.metrics.survey.Nps;
import dev.cxkit.metrics.survey.PersonRatings;
import dev.cxkit.metrics.survey.RepeatAnswers;
import dev.cxkit.metrics.survey.Score;
import dev.cxkit.metrics.survey.WeightedDistribution;
import dev.cxkit.metrics.survival.CumulativeIncidence;
import dev.cxkit.metrics.survival.KaplanMeier;
import dev.cxkit.metrics.survival.LogRank;
import dev.cxkit.metrics.survival.LogRankWeight;
import dev.cxkit.metrics.survival.SurvivalColumns;
import dev.cxkit.metrics.survival.SurvivalTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is asked of a host's own records by getters says the same as what is asked of the nouns, and by hand. */
class OwnRecordsTest {

    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T10:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Currency EUR = Currency.getInstance("EUR");

    private record Sale(String customer, Instant at, long cents) {}

    private record Reply(
            String person, Instant at, @Nullable Integer score, int weight) {

        Answer answer() {
            return score == null ? Answer.skipped() : Scale.CES.rate(score);
        }
    }

    private record Sub(String customer, YearMonth month, long cents) {}

    private record Life(int days, boolean left, @Nullable String reason, String plan) {

        SurvivalTime time() {
            return new SurvivalTime(days, left);
        }

        String cause() {
            return reason == null ? "none" : reason;
        }
    }

    private static final OrderLog.Rows<Sale> SALES =
            OrderLog.of(Sale::customer, Sale::at, Sale::cents, EUR, ZoneOffset.UTC, JUNE);

    private static Sale sale(String customer, int day, long cents) {
        return new Sale(customer, NEW_YEAR.plus(Duration.ofDays(day)), cents);
    }

    private static List<Sale> sales(Random random) {
        List<Sale> sales = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            sales.add(sale("c" + random.nextInt(40), random.nextInt(140), random.nextInt(5_000) - 500));
        }
        return sales;
    }

    private static List<Reply> replies() {
        Random random = new Random(5);
        List<Reply> replies = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Integer score = random.nextInt(6) == 0 ? null : 1 + random.nextInt(7);
            replies.add(new Reply("p" + random.nextInt(20), NEW_YEAR.plusSeconds(i), score, 1 + random.nextInt(3)));
        }
        return replies;
    }

    private static List<Life> lives() {
        Random random = new Random(8);
        List<Life> lives = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            boolean left = random.nextInt(3) > 0;
            String reason = left ? random.nextBoolean() ? "price" : "moved" : null;
            lives.add(new Life(1 + random.nextInt(30), left, reason, random.nextBoolean() ? "basic" : "pro"));
        }
        return lives;
    }

    /** By hand: gaps of 20, 90 and 89 days, one of 91, and one customer of whom only 31 days are seen. */
    @Test
    void aWindowIsATimeWhateverTheTicks() {
        List<Sale> sales = List.of(
                sale("ann", 0, 1),
                sale("ann", 20, 1),
                sale("ben", 0, 1),
                sale("ben", 90, 1),
                sale("cem", 10, 1),
                sale("cem", 99, 1),
                sale("dan", 0, 1),
                sale("dan", 91, 1),
                sale("eve", 120, 1));
        OrderLog.Rows<Sale> raw =
                new OrderLog.Rows<>(SALES.log().purchaseRule(PurchaseRule.RAW), Sale::customer, Sale::at, Sale::cents);
        for (OrderLog.Rows<Sale> log : List.of(SALES, raw)) {
            assertThat(log.metric(SecondPurchase.metric(Duration.ofDays(90))).over(sales))
                    .isEqualTo(new SecondPurchase(Proportion.of(3, 4), 1));
            assertThat(log.metric(SecondPurchase.metric(Period.ofDays(90))).over(sales))
                    .isEqualTo(new SecondPurchase(Proportion.of(3, 4), 1));
        }
    }

    @Test
    void lengthsAreCountedInTicksOrRefused() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertThat(PurchaseRule.RAW.ticks(Duration.ofDays(90))).isEqualTo(7_776_000);
        assertThat(PurchaseRule.perDay(berlin).ticks(Duration.ofHours(60))).isEqualTo(2);
        assertThat(PurchaseRule.perDay(berlin).ticks(Period.ofWeeks(2))).isEqualTo(14);
        assertThat(PurchaseRule.per(Cadence.weekly(berlin)).ticks(Duration.ofDays(90)))
                .isEqualTo(12);
        assertThat(PurchaseRule.per(Cadence.hourly(berlin)).ticks(Period.ofDays(1)))
                .isEqualTo(24);
        assertThat(PurchaseRule.per(Cadence.quarterly(berlin)).ticks(Period.ofYears(1)))
                .isEqualTo(4);
        assertThatThrownBy(() -> PurchaseRule.perDay(berlin).ticks(Period.ofMonths(3)))
                .hasMessage("P3M has no whole number of ticks, days in Europe/Berlin, above 0");
        assertThatThrownBy(() -> PurchaseRule.per(Cadence.monthly(berlin)).ticks(Duration.ofDays(90)))
                .hasMessage("PT2160H has no whole number of ticks, months in Europe/Berlin, above 0");
        assertThatThrownBy(() -> PurchaseRule.perDay(berlin).ticks(Duration.ofHours(23)))
                .hasMessage("PT23H has no whole number of ticks, days in Europe/Berlin, above 0");
        List<LocalDate> starts = List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1));
        assertThatThrownBy(() ->
                        PurchaseRule.per(Cadence.of("seasons", starts, berlin)).ticks(Duration.ofDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("have no length that time could be counted in");
    }

    @Test
    void salesSayWhatOrdersSay() {
        List<Sale> sales = sales(new Random(3));
        List<Order> orders = sales.stream()
                .map(sale -> Order.of(
                        OrderId.of("o" + sale.hashCode()),
                        CustomerId.of(sale.customer()),
                        sale.at(),
                        new Money(sale.cents(), EUR)))
                .toList();
        assertThat(SALES.metric(RepeatPurchases.metric()).over(sales))
                .isEqualTo(SALES.log().metric(RepeatPurchases.metric()).over(orders));
        OrderForecast<BgNbd> forecast =
                SALES.forecast(BgNbd.metric(), Duration.ofDays(7)).over(sales);
        assertThat(forecast)
                .isEqualTo(
                        SALES.log().forecast(BgNbd.metric(), Duration.ofDays(7)).over(orders));
        RecencyFrequency first = forecast.customers().values().iterator().next();
        assertThat(forecast.expectedOrders(Duration.ofDays(70))
                        .values()
                        .iterator()
                        .next())
                .isEqualTo(forecast.fit().orElseThrow().model().expectedOrders(first, 10));
        MetricLaws.hold(SALES.metric(RepeatPurchases.metric()), sales, new Random(1));
        MetricLaws.hold(SALES.forecast(BgNbd.metric(), Duration.ofDays(7)), sales.subList(0, 40), new Random(1));
    }

    /** By hand: Ann 50, 70, 70; Ben 30, 20, none; Cem 20, none, 10; Dan none, 10 (of two rows), 10. April is not over. */
    @Test
    void revenueByMonthFromRows() {
        YearMonth january = YearMonth.of(2026, 1);
        YearMonth march = january.plusMonths(2);
        List<Sub> subs = List.of(
                new Sub("ann", january, 50),
                new Sub("ann", january.plusMonths(1), 70),
                new Sub("ann", march, 70),
                new Sub("ann", march.plusMonths(1), 70),
                new Sub("ben", january, 30),
                new Sub("ben", january.plusMonths(1), 20),
                new Sub("cem", january, 20),
                new Sub("cem", march, 10),
                new Sub("dan", january.plusMonths(1), 15),
                new Sub("dan", january.plusMonths(1), -5),
                new Sub("dan", march, 10));
        Metric<Sub, Series<RevenueRetention>> metric = RevenueRetention.metric(
                Sub::customer, Sub::month, Sub::cents, EUR, ZoneOffset.UTC, Instant.parse("2026-04-15T00:00:00Z"));
        List<Series.Point<RevenueRetention>> months = metric.over(subs).points();
        assertThat(months)
                .extracting(month -> month.value().all())
                .containsExactly(
                        new RecurringMovements(100, 10, 0, 20, 10, 20, 100),
                        new RecurringMovements(100, 0, 10, 0, 0, 20, 90));
        assertThat(months).allMatch(Series.Point::finished);
        assertThat(months.get(0).value().nrr()).hasValue(0.9);
        assertThat(months.get(0).value().grr()).hasValue(0.7);
        assertThat(months.get(1).value().nrr()).hasValue(0.8);
        assertThat(RevenueRetention.<Sub>metric(
                                Sub::customer,
                                sub -> sub.month()
                                        .atDay(9)
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant(),
                                Sub::cents,
                                EUR,
                                ZoneOffset.UTC,
                                JUNE)
                        .over(subs.subList(0, 3))
                        .points())
                .hasSize(2);
        assertThat(metric.over(subs.subList(0, 1)).points()).isEmpty();
        MetricLaws.hold(metric, subs, new Random(2));
    }

    @Test
    void numbersSayWhatAnswersSay() {
        List<Reply> replies = replies();
        Distribution answers = Distribution.metric(Scale.CES).on(Reply::answer).over(replies);
        assertThat(Ces.metric(Scale.CES, CesForm.MEAN, Reply::score).over(replies))
                .isEqualTo(new Ces(CesForm.MEAN, answers));
        assertThat(Score.INDEX.metric(Scale.CES, Reply::score).over(replies)).isEqualTo(Score.INDEX.of(answers));
        assertThat(WeightedDistribution.metric(Scale.CES, Reply::score, Reply::weight)
                        .over(replies))
                .isEqualTo(WeightedDistribution.metricOfAnswers(Scale.CES, Reply::answer, Reply::weight)
                        .over(replies));
        assertThat(PersonRatings.metric(Scale.CES, Reply::person, Reply::at, Reply::score)
                        .over(replies))
                .isEqualTo(PersonRatings.metricOfAnswers(
                                RepeatAnswers.LAST, Scale.CES, Reply::person, Reply::at, Reply::answer)
                        .over(replies));
        assertThatThrownBy(() -> Score.NPS.metric(Scale.CES, Reply::score))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMissingNumberIsCountedAndNoZero() {
        List<Reply> replies = replies();
        long missing = replies.stream().filter(reply -> reply.score() == null).count();
        Metric<Reply, WithMissing<ValueDistribution>> metric = ValueDistribution.metric(Reply::score);
        assertThat(metric.over(replies).missing()).isEqualTo(missing);
        assertThat(metric.over(replies).observed().n()).isEqualTo(60 - missing);
        assertThat(metric.over(replies).observed().min()).hasValue(1);
        assertThat(Moments.metric(Reply::score).over(replies).missing()).isEqualTo(missing);
        assertThatThrownBy(
                        () -> ValueDistribution.<Double>metric(number -> number).over(List.of(2.5)))
                .hasMessage("value 2.5 is not a whole number");
        MetricLaws.hold(metric, replies, new Random(4));
    }

    @Test
    void curvesAreAllThatTheLogRankTestNeeds() {
        List<Life> lives = lives();
        Segments<String, KaplanMeier> curves =
                KaplanMeier.metric(Life::days, Life::left).by(Life::plan).over(lives);
        assertThat(LogRank.of(curves))
                .isPresent()
                .isEqualTo(LogRank.metric(Life::time, Life::plan, LogRankWeight.UNWEIGHTED)
                        .over(lives));
        // A frequency weight is so many observations, so a curve of weights has what the test needs too.
        double[] times = {2, 3, 5, 5};
        boolean[] events = {true, false, true, true};
        KaplanMeier weighted = KaplanMeier.of(SurvivalColumns.of(times, events).withFrequency(2, 1, 1, 3));
        KaplanMeier repeated = KaplanMeier.of(
                new double[] {2, 2, 3, 5, 5, 5, 5}, new boolean[] {true, true, false, true, true, true, true});
        KaplanMeier other = KaplanMeier.of(new double[] {4, 6, 7}, new boolean[] {true, true, false});
        assertThat(LogRank.of(List.of(weighted, other), LogRankWeight.UNWEIGHTED))
                .isPresent()
                .isEqualTo(LogRank.of(List.of(repeated, other), LogRankWeight.UNWEIGHTED));
    }

    @Test
    void causesMayBeMissingWhereNothingHappened() {
        List<Life> lives = lives();
        CumulativeIncidence<String> ofNouns =
                CumulativeIncidence.metric(Life::time, Life::cause).over(lives);
        Metric<Life, CumulativeIncidence<String>> metric =
                CumulativeIncidence.metric(Life::days, Life::left, Life::reason);
        assertThat(metric.over(lives).causes()).isEqualTo(ofNouns.causes());
        assertThat(metric.over(lives).causes()).containsOnlyKeys("moved", "price");
        MetricLaws.hold(metric, lives, new Random(6));
    }

    /** The later period less the earlier one: by hand 100 - 0 points, and 5 - 2 in the mean. */
    @Test
    void theChangeFromOnePeriodToAnother() {
        Cadence months = Cadence.monthly(ZoneOffset.UTC);
        List<Reply> replies = List.of(
                new Reply("a", NEW_YEAR, 10, 1),
                new Reply("b", NEW_YEAR, 2, 3),
                new Reply("c", NEW_YEAR.plus(Duration.ofDays(40)), 9, 4),
                new Reply("d", NEW_YEAR.plus(Duration.ofDays(41)), 9, 6),
                new Reply("e", NEW_YEAR.plus(Duration.ofDays(90)), 0, 99));
        Metric<Reply, Optional<Difference>> change = Difference.metric(
                Nps.metric(Reply::score),
                months.period(NEW_YEAR),
                months.period(NEW_YEAR.plus(Duration.ofDays(31))),
                Reply::at);
        assertThat(change.over(replies).orElseThrow().value()).isEqualTo(100);
        assertThat(change.over(replies)).isEqualTo(Nps.of(9, 9).minus(Nps.of(10, 2)));
        assertThat(change.over(replies.subList(0, 2))).isEmpty();
        assertThat(Difference.metric(
                                Moments.metric().<Reply>on(reply -> (double) reply.weight()),
                                months.period(NEW_YEAR),
                                months.period(NEW_YEAR.plus(Duration.ofDays(31))),
                                Reply::at)
                        .over(replies)
                        .orElseThrow()
                        .value())
                .isEqualTo(3);
        MetricLaws.hold(change, replies, new Random(7));
    }

    /** Spec, section 5 of service: running past due is missed already. By hand, within 2 hours at 12:00. */
    @Test
    void overdueOnesCountAndAreSeen() {
        Instant eight = Instant.parse("2026-03-02T08:00:00Z");
        Map<Instant, Instant> solved =
                Map.of(eight.plusSeconds(1), eight.plusSeconds(60), eight, eight.plusSeconds(9_000));
        Metric<Instant, Share> metric = Share.<Instant>metric(
                opened -> opened, solved::get, Schedule.always(), Duration.ofHours(2), eight.plusSeconds(14_400));
        Share share = metric.over(List.of(
                eight,
                eight.plusSeconds(1),
                eight.plusSeconds(7_199),
                eight.plusSeconds(7_200),
                eight.plusSeconds(9_000)));
        assertThat(share.proportion()).isEqualTo(Proportion.of(1, 3));
        assertThat(share.overdue()).isEqualTo(1);
        assertThat(share.open()).isEqualTo(2);
        assertThat(share.document()).containsEntry("overdue", 1L).containsEntry("open", 2L);
        assertThatThrownBy(() -> new Share(share.cases(), Proportion.of(1, 3), 3, Map.of()))
                .hasMessage("overdue 3 is outside 0..2");
    }
}
