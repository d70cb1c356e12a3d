package dev.cxkit.examples.report.subscriptions;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.commerce.Subscription;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.examples.report.rows.InputException;
import dev.cxkit.examples.report.subscriptions.SubscriptionsFile.Entered;
import dev.cxkit.examples.report.text.RejectedGroup;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segmentation;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.subscription.ChurnReasons;
import dev.cxkit.metrics.subscription.ReasonRule;
import dev.cxkit.metrics.subscription.RecurringUnit;
import dev.cxkit.metrics.subscription.RevenueConvention;
import dev.cxkit.metrics.subscription.RevenueRetention;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was asked and what came out.
 *
 * @param request what was asked
 * @param file the customers
 * @param total the figures of all; null if the ledger has fewer than two months
 * @param by the figures by column of segments
 */
record SubscriptionsReport(
        SubscriptionsRequest request,
        SubscriptionsFile file,
        @Nullable Figures total,
        Map<String, Segments<String, Figures>> by)
        implements Result {

    private static final int YEAR = 12;
    private static final int MOST_SEGMENTS = 1_000;

    /**
     * The figures of some customers.
     *
     * @param written how the file writes months
     * @param months each month but the first, which has none before it
     * @param points the trailing twelve months to the end of each month, from point to point; empty where there are fewer
     * @param movements the same by every movement
     * @param reasons why customers left in all months but the first
     */
    record Figures(
            MonthText written,
            Series<RevenueRetention> months,
            Series<RevenueRetention> points,
            Series<RevenueRetention> movements,
            ChurnReasons reasons)
            implements Result {

        /** Returns the months, the trailing twelve months both ways where there are some, and the reasons. */
        @Override
        public Map<String, Object> document() {
            Document year =
                    Document.start().results("pointToPoint", named(points)).results("movements", named(movements));
            return Document.start()
                    .results("months", named(months))
                    .with("trailing12", points.points().isEmpty() ? null : year.map())
                    .with("churnReasons", reasons)
                    .map();
        }

        private Map<String, RevenueRetention> named(Series<RevenueRetention> series) {
            Map<String, RevenueRetention> named = new LinkedHashMap<>();
            series.points().forEach(point -> named.put(written.show(point.period()), point.value()));
            return named;
        }
    }

    /** Returns what the file has, the decimals of its amounts, the figures of all and by segment, and the first that were rejected. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("file", file.name())
                .with("rows", file.rows())
                .with("currency", request.named())
                .with("decimals", request.currency().getDefaultFractionDigits())
                .with("customers", file.customers().size())
                .with("rejected", file.rejected())
                .with("rejectedCustomers", file.rejectedGroups().size())
                .with("total", total)
                .with("by", by.isEmpty() ? null : by)
                .with("rejectedGroups", RejectedGroup.listed(file.rejectedGroups()))
                .map();
    }

    /**
     * Measures the customers.
     *
     * @throws InputException if a column has too many values for segments
     */
    static SubscriptionsReport of(SubscriptionsRequest request, SubscriptionsFile file) {
        YearMonth first = file.first();
        if (first == null || first.equals(file.last())) {
            return new SubscriptionsReport(request, file, null, Map.of());
        }
        TimeRange range = TimeRange.of(
                start(first.plusMonths(1)), start(requireNonNull(file.last()).plusMonths(1)));
        Metric<Entered, Figures> metric = metric(file.months(), range, request).on(Entered::of);
        Figures total = metric.over(file.customers());
        Map<String, Segments<String, Figures>> by = new LinkedHashMap<>();
        for (int i = 0; i < request.by().size(); i++) {
            int column = i;
            Segments<String, Figures> parts = metric.by(
                            entered -> entered.segments().get(column), Segmentation.gatherAbove(MOST_SEGMENTS))
                    .over(file.customers());
            if (parts.rest().isPresent()) {
                throw new InputException(file.name() + ": column "
                        + request.by().get(i) + " has more than " + MOST_SEGMENTS + " values, too many for segments");
            }
            by.put(request.by().get(i), parts);
        }
        return new SubscriptionsReport(request, file, total, by);
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Metric<Subscription, Figures> metric(
            MonthText written, TimeRange range, SubscriptionsRequest request) {
        Metric<Subscription, ChurnReasons> reasons = ChurnReasons.metric(request.currency(), ReasonRule.FIRST, range);
        return Metric.both(
                Metric.both(
                        each(1, range, request, RevenueConvention.POINT_TO_POINT),
                        reasons,
                        (months, why) ->
                                new Figures(written, months, new Series<>(List.of()), new Series<>(List.of()), why)),
                Metric.both(
                        each(YEAR, range, request, RevenueConvention.POINT_TO_POINT),
                        each(YEAR, range, request, RevenueConvention.MOVEMENTS),
                        List::of),
                (figures, year) -> new Figures(written, figures.months, year.get(0), year.get(1), figures.reasons));
    }

    /** Nothing is asked where the range is too short. */
    private static Metric<Subscription, Series<RevenueRetention>> each(
            int months, TimeRange range, SubscriptionsRequest request, RevenueConvention convention) {
        Cadence cadence = Cadence.monthly(ZoneOffset.UTC);
        RecurringUnit amount = RecurringUnit.amount(request.currency());
        long length = range.from().atZone(ZoneOffset.UTC).until(range.to().atZone(ZoneOffset.UTC), ChronoUnit.MONTHS);
        return length >= months
                ? RevenueRetention.metric(amount, convention, cadence, months, range)
                : RevenueRetention.metric(amount, convention, cadence, 1, range).where(of -> false);
    }

    /** Returns the month in which a period of a series lies, as the file writes it. */
    String month(TimeRange period) {
        return file.months().show(period);
    }
}
