package dev.cxkit.metrics.survey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.feedback.Invitation;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Sums;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts how far invitations got. */
record FunnelCounts(
        ResponseFunnel.Basis basis,
        TimeRange period,
        @Nullable Instant asOf,
        Duration maturity) implements Metric<Invitation, ResponseFunnel> {

    private static final List<ResponseFunnel.Step> ORDER = List.of(ResponseFunnel.Step.values());
    private static final int STEPS = ORDER.size();

    FunnelCounts {
        requireNonNull(basis, "basis");
        requireNonNull(period, "period");
        Require.notNegative("maturity", maturity);
    }

    @Override
    public String definition() {
        return asOf == null
                ? Definition.of("response funnel", basis, period.from(), period.to())
                : Definition.of("response funnel", basis, period.from(), period.to(), maturity, asOf);
    }

    @Override
    public Accumulator<Invitation, ResponseFunnel> start() {
        return Sums.<Invitation, ResponseFunnel>metric(definition(), STEPS + 1, this::count, this::result)
                .start();
    }

    private ResponseFunnel result(long... counts) {
        Map<ResponseFunnel.Step, Long> named = new EnumMap<>(ResponseFunnel.Step.class);
        for (int i = 0; i < STEPS; i++) {
            named.put(ORDER.get(i), counts[i]);
            // All that is known in a cohort is of those who were invited; declining comes beside the last steps, not
            // behind them.
            int before = i == STEPS - 1 ? 0 : Math.max(0, i - 1);
            if (basis == ResponseFunnel.Basis.COHORT && counts[i] > counts[before]) {
                throw new IllegalArgumentException(
                        counts[i] + " reached " + ORDER.get(i) + ", and only " + counts[before] + " the step before");
            }
        }
        return new ResponseFunnel(basis, named, counts[STEPS]);
    }

    private void count(Invitation invitation, long... counts) {
        @Nullable
        Instant[] times = {
            invitation.invitedAt(),
            invitation.deliveredAt(),
            invitation.openedAt(),
            invitation.startedAt(),
            invitation.completedAt(),
            invitation.declinedAt()
        };
        if (basis == ResponseFunnel.Basis.FLOW) {
            for (int step = 0; step < STEPS; step++) {
                Instant time = times[step];
                counts[step] += time != null && period.contains(time) ? 1 : 0;
            }
        } else if (period.contains(invitation.invitedAt())) {
            follow(times, invitation.invitedAt(), counts);
        }
    }

    private void follow(@Nullable Instant[] times, Instant invitedAt, long... counts) {
        if (asOf != null
                && (!invitedAt.isBefore(asOf)
                        || Duration.between(invitedAt, asOf).compareTo(maturity) < 0)) {
            counts[STEPS]++;
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
        return time != null && (asOf == null || time.isBefore(asOf));
    }
}
