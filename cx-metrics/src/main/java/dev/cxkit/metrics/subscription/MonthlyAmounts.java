package dev.cxkit.metrics.subscription;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.core.commerce.Movement;
import dev.cxkit.core.commerce.Subscription;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateMetric;
import dev.cxkit.metrics.StateOutput;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What customers pay by month, from rows; they become subscriptions only when the answer is asked for. */
final class MonthlyAmounts<T> implements StateMetric.State<T, MonthlyAmounts<T>> {

    private static final int FIRST = (int) YearMonth.of(2, 1).getLong(ChronoField.PROLEPTIC_MONTH);
    private static final int LAST = (int) YearMonth.of(9998, 12).getLong(ChronoField.PROLEPTIC_MONTH);

    private final Rows<T> reader;
    private final Map<String, NavigableMap<Integer, Long>> customers = new HashMap<>();

    private MonthlyAmounts(Rows<T> reader) {
        this.reader = reader;
    }

    private record Rows<T>(
            Fn<? super T, String> customer,
            Fn<? super T, ? extends TemporalAccessor> month,
            RecurringUnit.Amount<? super T> amount,
            ZoneId zone)
            implements Serializable {

        Rows {
            requireNonNull(customer, "customer");
            requireNonNull(month, "month");
            requireNonNull(amount, "amount");
            requireNonNull(zone, "zone");
        }

        int monthOf(T row) {
            TemporalAccessor of = requireNonNull(month.apply(row), "month");
            try {
                YearMonth found = YearMonth.from(of instanceof Instant instant ? instant.atZone(zone) : of);
                long number = found.getLong(ChronoField.PROLEPTIC_MONTH);
                if (number >= FIRST && number <= LAST) {
                    return (int) number;
                }
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("month " + of + " is no month, date or time", e);
            }
            throw new IllegalArgumentException("month " + of + " is outside the years 2..9998");
        }
    }

    static <T> Metric<T, Series<RevenueRetention>> metric(
            Fn<? super T, String> customer,
            Fn<? super T, ? extends TemporalAccessor> month,
            RecurringUnit.Amount<? super T> amount,
            Currency currency,
            ZoneId zone,
            Instant asOf) {
        Rows<T> reader = new Rows<>(customer, month, amount, zone);
        RecurringUnit unit = RecurringUnit.amount(currency);
        requireNonNull(asOf, "asOf");
        return new StateMetric<T, MonthlyAmounts<T>, Series<RevenueRetention>>(
                Definition.of("recurring amounts by month", currency.getCurrencyCode(), zone.getId()),
                () -> new MonthlyAmounts<>(reader),
                amounts -> amounts.series(unit, currency, asOf));
    }

    @Override
    public void add(T row) {
        String customer = requireNonNull(reader.customer.apply(row), "customer");
        int month = reader.monthOf(row);
        customers.computeIfAbsent(customer, key -> new TreeMap<>()).merge(month, reader.amount.of(row), Math::addExact);
    }

    private Series<RevenueRetention> series(RecurringUnit unit, Currency currency, Instant asOf) {
        int first = customers.values().stream()
                .mapToInt(NavigableMap::firstKey)
                .min()
                .orElse(0);
        int last = lastMonth(first, asOf);
        if (last <= first) {
            return new Series<>(List.of());
        }
        List<Subscription> subscriptions = new ArrayList<>();
        customers.forEach((customer, months) -> {
            List<Movement> movements = movements(months, currency);
            if (!movements.isEmpty()) {
                subscriptions.add(
                        Subscription.of(customer, CustomerId.of(customer), movements.toArray(Movement[]::new)));
            }
        });
        Series<RevenueRetention> series = RevenueRetention.metric(
                        unit,
                        RevenueConvention.POINT_TO_POINT,
                        Cadence.monthly(reader.zone).asOf(start(last + 1)),
                        1,
                        TimeRange.of(start(first + 1), start(last + 1)))
                .over(subscriptions);
        return new Series<>(series.points().stream()
                .filter(point -> point.period().from().isBefore(start(last + 1)))
                .toList());
    }

    /** The last month with a row that is over, or the first of all. */
    private int lastMonth(int first, Instant asOf) {
        int last = customers.values().stream()
                .mapToInt(NavigableMap::lastKey)
                .max()
                .orElse(first);
        while (last > first && start(last + 1).isAfter(asOf)) {
            last--;
        }
        return last;
    }

    private Instant start(int month) {
        return YearMonth.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1)
                .atDay(1)
                .atStartOfDay(reader.zone)
                .toInstant();
    }

    /** A movement wherever a month differs from the one before, at its start. */
    private List<Movement> movements(NavigableMap<Integer, Long> months, Currency currency) {
        List<Movement> movements = new ArrayList<>();
        long before = 0;
        int next = months.firstKey();
        for (Map.Entry<Integer, Long> month : months.entrySet()) {
            if (month.getKey() > next && before > 0) {
                move(movements, next, before, 0, currency);
                before = 0;
            }
            long amount = Math.max(0, month.getValue());
            if (amount != before) {
                move(movements, month.getKey(), before, amount, currency);
            }
            before = amount;
            next = month.getKey() + 1;
        }
        if (before > 0) {
            move(movements, next, before, 0, currency);
        }
        return movements;
    }

    private void move(List<Movement> movements, int month, long before, long after, Currency currency) {
        Movement.Kind kind = after == 0
                ? Movement.Kind.CHURN
                : before == 0
                        ? movements.isEmpty() ? Movement.Kind.START : Movement.Kind.REACTIVATION
                        : after > before ? Movement.Kind.EXPANSION : Movement.Kind.CONTRACTION;
        movements.add(Movement.of(kind, start(month), new Money(after, currency)));
    }

    @Override
    public void merge(MonthlyAmounts<T> other) {
        other.customers.forEach((customer, months) -> {
            NavigableMap<Integer, Long> mine = customers.computeIfAbsent(customer, key -> new TreeMap<>());
            months.forEach((month, amount) -> mine.merge(month, amount, Math::addExact));
        });
    }

    @Override
    public void write(StateOutput out) {
        out.count(customers.size());
        new TreeMap<>(customers).forEach((customer, months) -> {
            out.text(customer);
            out.count(months.size());
            months.forEach((month, amount) -> {
                out.count(month);
                out.integer(amount);
            });
        });
    }

    @Override
    public void read(StateInput in) {
        int size = in.size(4);
        String customer = null;
        for (int i = 0; i < size; i++) {
            customer = in.rising(customer, in.text());
            int count = in.size(2);
            in.check(count > 0, "a customer has no months");
            NavigableMap<Integer, Long> months = new TreeMap<>();
            Integer month = null;
            for (int j = 0; j < count; j++) {
                month = in.rising(month, in.count(LAST));
                in.check(month >= FIRST, "a month is outside the years 2..9998");
                months.put(month, in.integer());
            }
            customers.put(customer, months);
        }
    }
}
