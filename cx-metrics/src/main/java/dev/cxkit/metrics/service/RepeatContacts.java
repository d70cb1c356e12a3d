package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Case;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often a customer is back after a resolution: the share of resolutions after which the same customer opened another case of the
 * same category, or both without one, within a window. A resolution whose window is not over is left out as {@code immature}, one of a
 * case whose customer is not known as {@code unknown customer}; merged cases do not count. Links between cases are not looked at.
 */
public final class RepeatContacts {

    private RepeatContacts() {}

    /**
     * Returns the metric as of an instant. Categories are those in force then. All cases of a customer must come to it, in any order
     * and part. Memory: about 150 bytes for each customer and category, and 50 for each case.
     *
     * @param within the window, above 0
     * @throws IllegalArgumentException if it is not above 0
     */
    public static Metric<Case, Share> within(Duration within, Instant asOf) {
        return new Following(Resolutions.aboveZero(within), requireNonNull(asOf, "asOf"));
    }

    private record Following(Duration within, Instant asOf) implements Metric<Case, Share> {

        @Override
        public String definition() {
            return "repeat contacts(" + within + "," + asOf + ")";
        }

        @Override
        public Accumulator<Case, Share> start() {
            return new State(this);
        }
    }

    /** A customer, with the category in which one may be back. */
    private record Visitor(String customer, String category) {}

    /** When the cases of one customer and category were opened and resolved, in no order. */
    private record Visits(List<Instant> opened, List<Instant> resolved) {}

    private static final class State extends Accumulator<Case, Share> {

        private final Following metric;
        private final Map<Visitor, Visits> visits = new HashMap<>();
        private long asked;
        private long without;
        private long merged;
        private long unknown;

        State(Following metric) {
            super(metric);
            this.metric = metric;
        }

        @Override
        public void add(Case observation) {
            if (observation.openedAt().isAfter(metric.asOf)) {
                return;
            } else if (CaseEvents.merged(observation, metric.asOf)) {
                merged++;
                return;
            }
            List<Instant> resolved = observation.resolutions(metric.asOf);
            asked++;
            without += resolved.isEmpty() ? 1 : 0;
            if (observation.customer().isEmpty()) {
                unknown += resolved.size();
                return;
            }
            String category = observation.category(metric.asOf).orElse("");
            Visits of = visits(observation.customer().get().value(), category);
            of.opened.add(observation.openedAt());
            of.resolved.addAll(resolved);
        }

        private Visits visits(String customer, String category) {
            return visits.computeIfAbsent(
                    new Visitor(customer, category), key -> new Visits(new ArrayList<>(2), new ArrayList<>(2)));
        }

        @Override
        public Share result() {
            long back = 0;
            long of = 0;
            long immature = 0;
            for (Visits each : visits.values()) {
                List<Instant> opened = sorted(each.opened);
                for (Instant resolved : each.resolved) {
                    Instant end = resolved.plus(metric.within);
                    boolean mature = !end.isAfter(metric.asOf);
                    immature += mature ? 0 : 1;
                    of += mature ? 1 : 0;
                    back += mature && isBetween(opened, resolved, end) ? 1 : 0;
                }
            }
            Map<String, Long> leftOut = new TreeMap<>(Map.of("immature", immature, "unknown customer", unknown));
            leftOut.values().removeIf(count -> count == 0);
            return new Share(new Coverage(asked, without, merged), Proportion.of(back, of), leftOut);
        }

        /** Whether one is after the start and not after the end. */
        private static boolean isBetween(List<Instant> opened, Instant start, Instant end) {
            int found = Collections.binarySearch(opened, start.plusNanos(1));
            int next = found < 0 ? -found - 1 : found;
            return next < opened.size() && !opened.get(next).isAfter(end);
        }

        private static List<Instant> sorted(List<Instant> instants) {
            List<Instant> sorted = new ArrayList<>(instants);
            Collections.sort(sorted);
            return sorted;
        }

        @Override
        protected void absorb(Accumulator<Case, Share> other) {
            State that = (State) other;
            asked += that.asked;
            without += that.without;
            merged += that.merged;
            unknown += that.unknown;
            that.visits.forEach((visitor, theirs) -> {
                Visits mine = visits(visitor.customer, visitor.category);
                mine.opened.addAll(theirs.opened);
                mine.resolved.addAll(theirs.resolved);
            });
        }

        @Override
        protected void write(StateOutput out) {
            out.count(asked);
            out.count(without);
            out.count(merged);
            out.count(unknown);
            Map<String, Map<String, Visits>> customers = new TreeMap<>();
            visits.forEach((visitor, each) -> customers
                    .computeIfAbsent(visitor.customer, key -> new TreeMap<>())
                    .put(visitor.category, each));
            out.count(customers.size());
            customers.forEach((customer, categories) -> {
                out.text(customer);
                out.count(categories.size());
                categories.forEach((category, each) -> {
                    out.text(category);
                    write(out, each.opened);
                    write(out, each.resolved);
                });
            });
        }

        private static void write(StateOutput out, List<Instant> instants) {
            out.count(instants.size());
            for (Instant instant : sorted(instants)) {
                out.integer(instant.getEpochSecond());
                out.count(instant.getNano());
            }
        }

        @Override
        protected void read(StateInput in) {
            asked = in.count();
            without = in.count();
            merged = in.count();
            unknown = in.count();
            long customers = in.count();
            for (long i = 0; i < customers; i++) {
                String customer = in.text();
                long categories = in.count();
                for (long j = 0; j < categories; j++) {
                    Visits each = visits(customer, in.text());
                    read(in, each.opened);
                    read(in, each.resolved);
                }
            }
        }

        private static void read(StateInput in, List<Instant> instants) {
            long size = in.count();
            for (long i = 0; i < size; i++) {
                instants.add(Instant.ofEpochSecond(in.integer(), in.count(999_999_999)));
            }
        }
    }
}
