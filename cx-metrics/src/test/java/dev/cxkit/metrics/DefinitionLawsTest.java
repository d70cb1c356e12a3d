package dev.cxkit.metrics;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.core.commerce.Movement;
import dev.cxkit.core.commerce.Order;
import dev.cxkit.core.commerce.OrderId;
import dev.cxkit.core.commerce.Subscription;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.feedback.Scale;
import dev.cxkit.core.sla.SlaPolicies;
import dev.cxkit.core.sla.SlaPolicy;
import dev.cxkit.core.sla.SlaTarget;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.desk.CostRates;
import dev.cxkit.metrics.desk.Rubric;
import dev.cxkit.metrics.kit.DefinitionLaws;
import dev.cxkit.metrics.lifetime.BgNbd;
import dev.cxkit.metrics.lifetime.Holdout;
import dev.cxkit.metrics.lifetime.RecencyFrequency;
import dev.cxkit.metrics.lifetime.Tracking;
import dev.cxkit.metrics.purchase.CohortRetention;
import dev.cxkit.metrics.purchase.HistoricLifetimeValue;
import dev.cxkit.metrics.purchase.OrderLog;
import dev.cxkit.metrics.purchase.PurchaseRule;
import dev.cxkit.metrics.purchase.Purchases;
import dev.cxkit.metrics.purchase.RfmRule;
import dev.cxkit.metrics.service.CensoredTime;
import dev.cxkit.metrics.service.FirstContactRule;
import dev.cxkit.metrics.service.Outcome;
import dev.cxkit.metrics.service.Reading;
import dev.cxkit.metrics.subscription.PauseRule;
import dev.cxkit.metrics.survey.Nps;
import dev.cxkit.metrics.survival.KaplanMeier;
import dev.cxkit.metrics.survival.SurvivalTime;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each factory of a metric in this module, with other arguments. */
class DefinitionLawsTest {

    private static final Instant T = Instant.parse("2026-03-01T00:00:00Z");

    @TestFactory
    Stream<DynamicTest> another_argument_is_another_definition_or_the_same_state() throws Exception {
        ZoneId utc = ZoneId.of("UTC");
        long day = T.getEpochSecond() / 86_400;
        OrderLog log = OrderLog.of(Currency.getInstance("EUR"), utc, T.plusSeconds(86_400 * 60));
        return new DefinitionLaws()
                // The host's own name is all that it has: two widths under one name are refused when states meet.
                .except("Sums metric")
                // Of its two lengths there is one at most; each has a factory.
                .except("CohortRetention CohortRetention")
                // A function itself.
                .except("Predictor")
                // Its parts go together in few ways, and each way has a factory.
                .except("RfmRule RfmRule")
                // NPS is of its own scale alone, which every other score says in its definition.
                .except("Score metric")
                .told(Reading.class, reading -> reading.name())
                .values("Instant", T, T.plusSeconds(86_400 * 20), T.plusSeconds(86_400 * 400))
                .values("String", "a", "b")
                .values("String[]", new String[] {"a", "b"}, new String[] {"b", "a"})
                .values("Duration", Duration.ofDays(2), Duration.ofHours(1))
                .values(
                        "TimeRange",
                        TimeRange.of(T, T.plusSeconds(86_400 * 122)),
                        TimeRange.of(T, T.plusSeconds(86_400 * 153)))
                .values("int", 2, 3, 4)
                .values("long", 3L, 4L)
                .values("Long", 3L, 4L)
                .values("double", 0.95, 0.9)
                .values("Double", 1.0, 2.0, 3.5)
                .values("Integer", 1, 2, 3, 4, 5)
                .values("boolean", true, false)
                .values("K", "x", "y")
                .values("G", "x", "y")
                .values("TemporalAmount", Duration.ofDays(2), Period.ofDays(5))
                .values(
                        "List<TemporalAmount>",
                        List.of(Duration.ofDays(1), Period.ofDays(2)),
                        List.of(Duration.ofDays(1), Period.ofDays(3)))
                .values("PurchaseRule", PurchaseRule.RAW, PurchaseRule.perDay(utc))
                .values("TemporalAccessor", YearMonth.of(2026, 1), YearMonth.of(2026, 2))
                .values("ZoneId", utc, ZoneId.of("Europe/Berlin"))
                .values("Rows", new OrderLog.Rows<>(log, sale -> "a", sale -> T, sale -> 5))
                .values("List<Double>", List.of(1.0, 2.0), List.of(1.0, 3.0))
                .values("List<Duration>", List.of(Duration.ofDays(1)), List.of(Duration.ofDays(2)))
                .values("Currency", Currency.getInstance("EUR"), Currency.getInstance("USD"))
                .values("Scale", Scale.STARS, Scale.CSAT, Scale.NPS)
                .values("Schedule", Schedule.always(), Schedule.weekly(utc, "mon-fri 09:00-17:00"))
                .values(
                        "List<List<Double>>",
                        List.of(),
                        List.of(List.of(1.0, 2.0), List.of(1.0, 2.0), List.of(1.0, 2.0)))
                .values(
                        "Reading<T, CensoredTime>",
                        reading("a", new CensoredTime(5, true, null)),
                        reading("b", new CensoredTime(5, true, null)))
                .values("Reading<T, Outcome>", reading("a", Outcome.YES), reading("b", Outcome.YES))
                .values("Reading", reading("a", 1L), reading("b", 1L))
                .values("SurvivalTime", new SurvivalTime(0, 1, true, 1), new SurvivalTime(0, 2, false, 1))
                .values("Cadence", Cadence.monthly(utc), Cadence.weekly(utc))
                .values(
                        "Segmentation",
                        Segmentation.failAbove(9),
                        Segmentation.failAbove(8),
                        Segmentation.gatherAbove(9))
                .values("Metric", Metric.count(), Nps.metric())
                .values("Map<String, Metric<T, R>>", Map.of("a", Metric.count()), Map.of("b", Metric.count()))
                .values(
                        "Map<String, Fn<T, Double>>",
                        Map.of("a", (Fn<Object, Double>) x -> 1.0 * x.hashCode()),
                        Map.of("b", (Fn<Object, Double>) x -> 1.0 * x.hashCode()))
                .values("Period", Period.ofMonths(1), Period.ofMonths(3))
                .values("FirstContactRule", FirstContactRule.readyMade().toArray())
                .values("CostRates", CostRates.perHour(3), CostRates.perHour(4))
                .values("Rubric", rubric(1), rubric(2))
                .values("TransactionModel", BgNbd.of(1, 2, 3, 4), BgNbd.of(1, 2, 3, 5))
                .values(
                        "CohortRetention",
                        CohortRetention.of(Cadence.monthly(utc), T),
                        CohortRetention.of(Cadence.monthly(utc), T).upTo(3))
                .values("HistoricLifetimeValue", HistoricLifetimeValue.of(1), HistoricLifetimeValue.of(0.5))
                .values("OrderLog", log, OrderLog.of(Currency.getInstance("EUR"), utc, T.plusSeconds(86_400)))
                .values("SlaPolicies", policies(1), policies(2))
                .values(
                        "KaplanMeier",
                        KaplanMeier.of(new double[] {1, 2}, new boolean[] {true, true}),
                        KaplanMeier.of(new double[] {1, 3}, new boolean[] {true, true}))
                .values("WaitingOn[]", new WaitingOn[] {WaitingOn.CUSTOMER}, new WaitingOn[0])
                .values("RfmRule", RfmRule.quantiles(5), RfmRule.quantiles(4))
                .values("PauseRule", (Object[]) PauseRule.values())
                .observations(
                        "Order",
                        List.of(Order.of(OrderId.of("o"), CustomerId.of("a"), T.minusSeconds(9), Money.of("1", "EUR"))))
                .observations("Outcome", List.of(new Holdout.Outcome(new RecencyFrequency(2, 3, 10), 1)))
                .observations("History", List.of(new Tracking.History(1, List.of(2.0, 3.0))))
                .observations(
                        "Subscription",
                        List.of(Subscription.of(
                                        "s",
                                        CustomerId.of("a"),
                                        Movement.of(Movement.Kind.START, T.minusSeconds(9), Money.of("10", "EUR")))
                                .plus(Movement.of(Movement.Kind.CONTRACTION, T.plusSeconds(9), Money.of("5", "EUR")))))
                .observations(
                        "Answer",
                        List.of(Scale.NPS.rate(9), Scale.NPS.rate(2), Scale.STARS.rate(4), Scale.STARS.rate(2)))
                .observations(
                        "Purchases",
                        List.of(
                                Purchases.ofRows(
                                        log, CustomerId.of("a"), new long[] {day, day + 20}, new long[] {5, 6}, 0, 2),
                                Purchases.ofRows(log, CustomerId.of("b"), new long[] {day + 30}, new long[] {7}, 0, 1)))
                .tests(
                        Metric.class,
                        Stream.of(
                                        "",
                                        ".desk",
                                        ".lifetime",
                                        ".purchase",
                                        ".quantiles",
                                        ".service",
                                        ".stats",
                                        ".subscription",
                                        ".survey",
                                        ".survival",
                                        ".columns")
                                .map(name -> "dev.cxkit.metrics" + name)
                                .toArray(String[]::new));
    }

    private static <V> Reading<Integer, V> reading(String name, V value) {
        return Reading.of(name, number -> T, (number, asOf) -> List.of(value));
    }

    private static Rubric rubric(int weight) {
        return new Rubric(
                "calls", List.of(Rubric.Item.of("greeting", Rubric.MET, weight), Rubric.Item.of("x", Rubric.MET, 1)));
    }

    private static SlaPolicies policies(int hours) {
        SlaTarget target = SlaTarget.resolution(Duration.ofHours(hours));
        return SlaPolicies.of(new SlaPolicy("standard", Schedule.always(), List.of(target)));
    }
}
