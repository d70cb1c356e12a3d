package dev.cxkit.examples.benchmarks;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.core.commerce.Movement;
import dev.cxkit.core.commerce.Movement.Kind;
import dev.cxkit.core.commerce.Subscription;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.subscription.RecurringUnit;
import dev.cxkit.metrics.subscription.RevenueConvention;
import dev.cxkit.metrics.subscription.RevenueRetention;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Net and gross revenue retention of each of 24 months, from point to point. */
@State(Scope.Benchmark)
public class RevenueByMonth {

    private static final int MONTHS = 24;
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final YearMonth FIRST = YearMonth.of(2024, 1);
    private static final Metric<Subscription, Series<RevenueRetention>> METRIC = RevenueRetention.metric(
            RecurringUnit.amount(EUR),
            RevenueConvention.POINT_TO_POINT,
            Cadence.monthly(ZoneOffset.UTC),
            1,
            TimeRange.of(start(0), start(MONTHS)));

    /** How many subscriptions. */
    @Param("100000")
    public int rows;

    private List<Subscription> subscriptions = List.of();

    /** Makes lives of about four movements, some of which end and begin again. */
    @Setup
    public void makeSubscriptions() {
        Random random = new Random(1);
        List<Subscription> made = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            List<Movement> movements = new ArrayList<>();
            Instant at = start(0).plusSeconds(86_400L * (random.nextInt(500) - 200));
            long amount = 1_000L + random.nextInt(9_000);
            movements.add(Movement.of(Kind.START, at, new Money(amount, EUR)));
            boolean ended = false;
            for (int k = random.nextInt(7); k > 0; k--) {
                at = at.plusSeconds(86_400L * (1 + random.nextInt(200)));
                int what = random.nextInt(4);
                Kind kind = ended
                        ? Kind.REACTIVATION
                        : what == 0 ? Kind.CHURN : what == 1 ? Kind.CONTRACTION : Kind.EXPANSION;
                ended = kind == Kind.CHURN;
                amount = switch (kind) {
                    case CHURN -> 0;
                    case CONTRACTION -> amount / 2;
                    case EXPANSION -> amount + 500;
                    default -> 5_000;
                };
                movements.add(Movement.of(kind, at, new Money(amount, EUR)));
            }
            CustomerId customer = CustomerId.of("c" + i);
            made.add(new Subscription(customer.value(), customer, null, movements));
        }
        subscriptions = made;
    }

    private static Instant start(int month) {
        return FIRST.plusMonths(month).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The library, on one thread. */
    @Benchmark
    public double[] cx() {
        return METRIC.over(subscriptions).points().stream()
                .flatMapToDouble(point -> DoubleStream.of(
                        point.value().nrr().orElse(-1), point.value().grr().orElse(-1)))
                .toArray();
    }

    /** What one would write: for each month a look at what each customer paid before and after it. */
    @Benchmark
    public double[] loopByMonth() {
        double[] rates = new double[2 * MONTHS];
        for (int month = 0; month < MONTHS; month++) {
            Instant from = start(month).minusNanos(1);
            Instant to = start(month + 1).minusNanos(1);
            long before = 0;
            long after = 0;
            long kept = 0;
            for (Subscription subscription : subscriptions) {
                long paid = subscription.recurring(from).minorUnits();
                if (paid > 0) {
                    long pays = subscription.recurring(to).minorUnits();
                    before += paid;
                    after += pays;
                    kept += Math.min(paid, pays);
                }
            }
            rates[2 * month] = before == 0 ? -1 : (double) after / before;
            rates[2 * month + 1] = before == 0 ? -1 : (double) kept / before;
        }
        return rates;
    }
}
