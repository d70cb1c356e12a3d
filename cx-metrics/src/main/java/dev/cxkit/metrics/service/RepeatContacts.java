package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.support.Case;
import dev.cxkit.core.support.Handling;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How often a customer is back after a resolution: the share of resolutions after which, within a window, the same customer opened
 * another case of the same category, or both without one, or a case was opened that is linked to the resolved one as its
 * {@link Handling.Linked.Link#FOLLOW_UP}, by whomever and of whatever category. A resolution whose window is not over is left out as
 * {@code immature}, one of a case whose customer is not known as {@code unknown customer}; merged cases do not count.
 */
public final class RepeatContacts {

    private RepeatContacts() {}

    /**
     * Returns the metric as of an instant. Categories are those in force then. All cases of a customer must come to it, in any order
     * and part. Memory: about 150 bytes for each customer and category, 50 for each case, and 100 and its id for each resolution and
     * each link.
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

    /** When the case of this id was resolved. */
    private record Resolved(Instant at, String id) {}

    /** When the cases of one customer and category were opened and resolved, in no order. */
    private record Visits(List<Instant> opened, List<Resolved> resolved) {}

    private static final class State extends Accumulator<Case, Share> {

        private static final Comparator<Resolved> ORDER =
                Comparator.comparing(Resolved::at).thenComparing(Resolved::id);

        private final Following metric;
        private final Map<String, Map<String, Visits>> visits = new TreeMap<>();

        /** When the cases were opened that follow from the case of an id, in no order. */
        private final Map<String, List<Instant>> followUps = new TreeMap<>();

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
            for (String other : followed(observation)) {
                followUps(other).add(observation.openedAt());
            }
            if (observation.customer().isEmpty()) {
                unknown += resolved.size();
                return;
            }
            String category = observation.category(metric.asOf).orElse("");
            Visits of = visits(observation.customer().get().value(), category);
            of.opened.add(observation.openedAt());
            resolved.forEach(
                    at -> of.resolved.add(new Resolved(at, observation.id().value())));
        }

        /** The cases that this one follows from, each once. */
        private Set<String> followed(Case of) {
            return of.events(Handling.Linked.class).stream()
                    .filter(link -> link.kind() == Handling.Linked.Link.FOLLOW_UP)
                    .filter(link -> !link.occurredAt().isAfter(metric.asOf))
                    .map(link -> link.other().value())
                    .collect(Collectors.toSet());
        }

        private List<Instant> followUps(String id) {
            return followUps.computeIfAbsent(id, key -> new ArrayList<>());
        }

        private Visits visits(String customer, String category) {
            return visits.computeIfAbsent(customer, key -> new TreeMap<>())
                    .computeIfAbsent(category, key -> new Visits(new ArrayList<>(), new ArrayList<>()));
        }

        @Override
        public Share result() {
            long back = 0;
            long of = 0;
            long immature = 0;
            Map<String, List<Instant>> follow = new HashMap<>();
            followUps.forEach((id, opened) -> follow.put(id, sorted(opened)));
            for (Map<String, Visits> customer : visits.values()) {
                for (Visits each : customer.values()) {
                    List<Instant> opened = sorted(each.opened);
                    for (Resolved resolved : each.resolved) {
                        Instant end = resolved.at.plus(metric.within);
                        boolean mature = !end.isAfter(metric.asOf);
                        boolean again = isBetween(opened, resolved.at, end)
                                || isBetween(follow.getOrDefault(resolved.id, List.of()), resolved.at, end);
                        immature += mature ? 0 : 1;
                        of += mature ? 1 : 0;
                        back += mature && again ? 1 : 0;
                    }
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
            that.visits.forEach((customer, categories) -> categories.forEach((category, theirs) -> {
                Visits mine = visits(customer, category);
                mine.opened.addAll(theirs.opened);
                mine.resolved.addAll(theirs.resolved);
            }));
            that.followUps.forEach((id, opened) -> followUps(id).addAll(opened));
        }

        @Override
        protected void write(StateOutput out) {
            out.count(asked);
            out.count(without);
            out.count(merged);
            out.count(unknown);
            out.count(visits.size());
            visits.forEach((customer, categories) -> {
                out.text(customer);
                out.count(categories.size());
                categories.forEach((category, each) -> {
                    out.text(category);
                    write(out, each.opened);
                    out.count(each.resolved.size());
                    each.resolved.stream().sorted(ORDER).forEach(resolved -> {
                        write(out, resolved.at);
                        out.text(resolved.id);
                    });
                });
            });
            out.count(followUps.size());
            followUps.forEach((id, opened) -> {
                out.text(id);
                write(out, opened);
            });
        }

        private static void write(StateOutput out, List<Instant> instants) {
            out.count(instants.size());
            sorted(instants).forEach(instant -> write(out, instant));
        }

        private static void write(StateOutput out, Instant instant) {
            out.integer(instant.getEpochSecond());
            out.count(instant.getNano());
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
                    long resolved = in.count();
                    for (long k = 0; k < resolved; k++) {
                        each.resolved.add(new Resolved(instant(in), in.text()));
                    }
                }
            }
            long followed = in.count();
            for (long i = 0; i < followed; i++) {
                read(in, followUps(in.text()));
            }
        }

        private static void read(StateInput in, List<Instant> instants) {
            long size = in.count();
            for (long i = 0; i < size; i++) {
                instants.add(instant(in));
            }
        }

        private static Instant instant(StateInput in) {
            return Instant.ofEpochSecond(in.integer(), in.count(999_999_999));
        }
    }
}
