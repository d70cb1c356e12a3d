package dev.cxkit.metrics.desk;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.service.CaseTimes;
import dev.cxkit.metrics.service.CensoredTime;
import dev.cxkit.metrics.service.Coverage;
import dev.cxkit.metrics.service.Reading;
import dev.cxkit.metrics.service.Resolutions;
import dev.cxkit.metrics.stats.Moments;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * {@index "Cost to serve"}: what cases cost in handling time and in charges of their channel.
 *
 * <ul>
 *   <li>Counted are {@link CaseTimes#handling} at the rate per hour, and the charges per case and per touch, see {@link CostRates}.
 *   <li>Excluded is what was spent on a case before it was merged into another.
 *   <li>Amounts are in the smallest unit of the currency of the rates. They are counted exactly, in 3,600,000ths of it, and rounded only to the
 *       nearest {@code double} of a figure.
 * </ul>
 *
 * @param cases which cases stand behind it
 * @param rates what was charged
 * @param done what cases cost that are done; their mean has an interval
 * @param open what cases have cost so far that are not
 */
public record CostToServe(Coverage cases, CostRates rates, Moments done, Moments open) implements Result {

    private static final long MILLIS_PER_HOUR = 3_600_000;

    /** Takes the parts as they are. */
    public CostToServe {
        requireNonNull(cases, "cases");
        requireNonNull(rates, "rates");
        requireNonNull(done, "done");
        requireNonNull(open, "open");
    }

    /**
     * Returns the metric as of an instant. A case whose cost, times 3,600,000, is beyond a {@code long} fails with an
     * {@link ArithmeticException}.
     *
     * @param hours the business hours in which handling time costs; {@link Schedule#always()} for calendar time
     */
    public static Metric<Case, CostToServe> metric(CostRates rates, Schedule hours, Instant asOf) {
        requireNonNull(rates, "rates");
        Reading<Case, CensoredTime> handling = CaseTimes.handling(hours);
        Reading<Case, Long> touches = Resolutions.touches();
        return Coverage.metric(
                Reading.ofCases(
                        "cost to serve by " + handling.name() + " at " + rates.text(),
                        (supportCase, at) -> List.of(cost(supportCase, at, rates, handling, touches))),
                Metric.both(moments(true), moments(false), Parts::new),
                (cases, parts) -> new CostToServe(cases, rates, amount(parts.done), amount(parts.open)),
                asOf);
    }

    private record Cost(long amount, boolean done) {}

    private record Parts(Moments done, Moments open) {}

    private static Metric<Cost, Moments> moments(boolean done) {
        return Moments.metricOfLongs().<Cost>on(Cost::amount).where(cost -> cost.done == done);
    }

    private static Cost cost(
            Case supportCase,
            Instant asOf,
            CostRates rates,
            Reading<Case, CensoredTime> handling,
            Reading<Case, Long> touches) {
        Channel channel = supportCase.opened().channel();
        CostRates.Charge charge =
                channel == null ? rates.others() : rates.byChannel().getOrDefault(channel, rates.others());
        long charges = charge.perCase();
        for (long count : touches.values(supportCase, asOf)) {
            charges = Math.addExact(charges, Math.multiplyExact(charge.perTouch(), count));
        }
        long amount = Math.multiplyExact(MILLIS_PER_HOUR, charges);
        for (CensoredTime time : handling.values(supportCase, asOf)) {
            amount = Math.addExact(amount, Math.multiplyExact(rates.perHour(), time.millis()));
        }
        return new Cost(amount, supportCase.waitingOn(asOf) == WaitingOn.DONE);
    }

    private static Moments amount(Moments parts) {
        return parts.dividedBy(MILLIS_PER_HOUR);
    }

    /** Returns what all cases cost, with those that are open so far. */
    public double total() {
        return done.sum() + open.sum();
    }

    /** Returns the total per case, open ones too; empty if there are none. */
    public OptionalDouble perCase() {
        long n = done.n() + open.n();
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(total() / n);
    }

    /**
     * Returns the total per case that is done: what it takes to get one done, work on the others included; empty if none is. What
     * those that are done cost themselves is the mean of {@link #done}.
     */
    public OptionalDouble perResolvedCase() {
        return done.n() == 0 ? OptionalDouble.empty() : OptionalDouble.of(total() / done.n());
    }

    /** Returns the total, the costs per case, their spread by whether the case is done, the coverage and the rates. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("total", total())
                .with("perCase", perCase())
                .with("perResolvedCase", perResolvedCase())
                .with("done", done)
                .with("open", open)
                .with("cases", cases)
                .with("rates", rates.text())
                .map();
    }
}
