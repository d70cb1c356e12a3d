package dev.cxkit.metrics.desk;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.service.Reading;
import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.WaitingOn;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.touchpoint.Channel;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.service.CaseEvents;
import dev.cxkit.metrics.service.CaseMetric;
import dev.cxkit.metrics.service.CaseTimes;
import dev.cxkit.metrics.service.CensoredTime;
import dev.cxkit.metrics.service.Coverage;
import dev.cxkit.metrics.service.Resolutions;
import dev.cxkit.metrics.service.TimeMeasure;
import dev.cxkit.metrics.stats.Moments;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What cases cost: the time for which a person had the case while it was our turn, see {@link CaseTimes#handling}, and the charges of
 * its channel. What was spent on a case before it was merged into another is not in it.
 *
 * <p>Amounts are in the smallest unit of the currency of the rates. They are counted exactly, in 3600ths of it, and rounded only to the
 * nearest {@code double} of a figure.
 *
 * @param cases which cases stand behind it
 * @param rates what was charged
 * @param done what cases cost that are done; their mean has an interval
 * @param open what cases have cost so far that are not
 */
public record CostToServe(Coverage cases, CostRates rates, Moments done, Moments open) {

    private static final long SECONDS = 3600;

    /** Checks the parts. */
    public CostToServe {
        requireNonNull(cases, "cases");
        requireNonNull(rates, "rates");
        requireNonNull(done, "done");
        requireNonNull(open, "open");
    }

    /**
     * Returns the metric as of an instant. A case whose cost, times 3600, is beyond a {@code long} fails with an
     * {@link ArithmeticException}.
     *
     * @param hours the hours in which the time of persons costs
     */
    public static Metric<Case, CostToServe> asOf(CostRates rates, Schedule hours, Instant asOf) {
        requireNonNull(rates, "rates");
        Reading<Case, CensoredTime> handling = CaseTimes.handling(hours);
        return new CaseMetric<>(
                "cost to serve by " + handling.name() + " at " + rates,
                asOf,
                (of, at) -> List.of(cost(of, at, rates, handling)),
                Metric.both(moments(true), moments(false), Parts::new),
                (cases, parts) -> new CostToServe(cases, rates, amount(parts.done), amount(parts.open)));
    }

    private record Cost(long amount, boolean done) {}

    private record Parts(Moments done, Moments open) {}

    private static Metric<Cost, Moments> moments(boolean done) {
        return Moments.metricOfLongs().<Cost>on(Cost::amount).where(cost -> cost.done == done);
    }

    private static Cost cost(Case of, Instant asOf, CostRates rates, Reading<Case, CensoredTime> handling) {
        Channel channel = of.opened().channel();
        CostRates.Charge charge =
                channel == null ? rates.others() : rates.byChannel().getOrDefault(channel, rates.others());
        long charges = Math.addExact(
                charge.perCase(),
                Math.multiplyExact(charge.perTouch(), Resolutions.touches(CaseEvents.upTo(of, asOf))));
        long amount = Math.multiplyExact(SECONDS, charges);
        for (CensoredTime time : handling.of(of, asOf)) {
            amount = Math.addExact(amount, Math.multiplyExact(rates.perHour(), time.seconds()));
        }
        return new Cost(amount, of.waitingOn(asOf) == WaitingOn.DONE);
    }

    private static Moments amount(Moments parts) {
        return new Moments(parts.n(), parts.sum() / SECONDS, parts.squaredDeviations() / SECONDS / SECONDS);
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
}
