package dev.cxkit.metrics.survey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.feedback.Invitation;
import dev.cxkit.core.time.Period;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts how far invitations got. */
record FunnelCounts(
        ResponseFunnel.Basis basis, Period period, @Nullable Instant asOf, Duration maturity)
        implements Metric<Invitation, ResponseFunnel> {

    private static final List<ResponseFunnel.Step> ORDER = List.of(ResponseFunnel.Step.values());
    private static final int STEPS = ORDER.size();

    FunnelCounts {
        requireNonNull(basis, "basis");
        requireNonNull(period, "period");
        if (maturity.isNegative()) {
            throw new IllegalArgumentException("maturity " + maturity + " is below 0");
        }
    }

    @Override
    public String definition() {
        return "response funnel(" + basis + "," + period.from() + ".." + period.to() + ","
                + (asOf == null ? "" : asOf + "," + maturity) + ")";
    }

    @Override
    public Accumulator<Invitation, ResponseFunnel> start() {
        return new State(this);
    }

    private static final class State extends Accumulator<Invitation, ResponseFunnel> {

        private final FunnelCounts metric;
        private final long[] counts = new long[STEPS];
        private long tooYoung;

        State(FunnelCounts metric) {
            super(metric);
            this.metric = metric;
        }

        @Override
        public void add(Invitation invitation) {
            @Nullable
            Instant[] times = {
                invitation.invitedAt(),
                invitation.deliveredAt(),
                invitation.openedAt(),
                invitation.startedAt(),
                invitation.completedAt(),
                invitation.declinedAt()
            };
            if (metric.basis == ResponseFunnel.Basis.FLOW) {
                for (int step = 0; step < STEPS; step++) {
                    Instant time = times[step];
                    counts[step] += time != null && metric.period.contains(time) ? 1 : 0;
                }
            } else if (metric.period.contains(invitation.invitedAt())) {
                follow(times, invitation.invitedAt());
            }
        }

        private void follow(@Nullable Instant[] times, Instant invitedAt) {
            Instant asOf = metric.asOf;
            if (asOf != null
                    && (!invitedAt.isBefore(asOf)
                            || Duration.between(invitedAt, asOf).compareTo(metric.maturity) < 0)) {
                tooYoung++;
                return;
            }
            boolean declined = known(times[STEPS - 1]);
            counts[STEPS - 1] += declined ? 1 : 0;
            boolean reached = false;
            for (int step = STEPS - 2; step >= 0; step--) {
                // Saying no proves that the invitation arrived, but not that the survey was opened.
                reached |= known(times[step]) || (declined && step <= 1);
                counts[step] += reached ? 1 : 0;
            }
        }

        private boolean known(@Nullable Instant time) {
            return time != null && (metric.asOf == null || time.isBefore(metric.asOf));
        }

        @Override
        public ResponseFunnel result() {
            Map<ResponseFunnel.Step, Long> named = new EnumMap<>(ResponseFunnel.Step.class);
            for (int i = 0; i < STEPS; i++) {
                named.put(ORDER.get(i), counts[i]);
            }
            return new ResponseFunnel(metric.basis, named, tooYoung);
        }

        @Override
        protected void absorb(Accumulator<Invitation, ResponseFunnel> other) {
            State that = (State) other;
            for (int i = 0; i < STEPS; i++) {
                counts[i] += that.counts[i];
            }
            tooYoung += that.tooYoung;
        }

        @Override
        protected void write(StateOutput out) {
            out.counts(counts);
            out.count(tooYoung);
        }

        @Override
        protected void read(StateInput in) {
            long[] read = in.counts(STEPS);
            if (read.length != STEPS) {
                throw new IllegalArgumentException("state has " + read.length + " steps; known are " + STEPS);
            }
            System.arraycopy(read, 0, counts, 0, STEPS);
            tooYoung = in.count();
        }
    }
}
