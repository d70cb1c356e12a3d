package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Definition;
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
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts after how many things a customer was back within a window, or was not. Coming and ending may be seen in any order and part,
 * so both are kept for each customer until the result is asked for.
 *
 * @param name what is asked, to tell two metrics apart
 * @param window how long after something somebody can come back
 * @param asOf something is mature if its window is over by then
 * @param inclusive whether coming at the very instant is coming back
 * @param repeatIsYes whether coming back is in the numerator, or staying away
 */
public record RepeatWithin(String name, Duration window, Instant asOf, boolean inclusive, boolean repeatIsYes)
        implements Metric<RepeatWithin.CustomerContacts, RepeatWithin.Result> {

    public static final Outcome UNKNOWN = Outcome.excluded("unknown customer");

    public RepeatWithin {
        Resolutions.aboveZero(window);
        requireNonNull(asOf, "asOf");
    }

    /** Who comes back, and with what; the category is empty where any will do. */
    public record Key(String customer, String category) {}

    /**
     * Something after which a customer can come back.
     *
     * @param at when
     * @param outcome what it counts as, whether or not the customer comes back; null if it depends on that
     */
    public record WindowStart(Instant at, @Nullable Outcome outcome) {}

    /**
     * What was seen of a customer.
     *
     * @param key who; null if that is not known
     * @param contactedAt when the customer came; null if this is no coming
     * @param windowStarts after what the customer can come back
     * @param id the id by which others may say that they follow from this; empty if none can
     * @param follows the ids from which this follows, by whomever
     */
    public record CustomerContacts(
            @Nullable Key key,
            @Nullable Instant contactedAt,
            List<WindowStart> windowStarts,
            String id,
            Set<String> follows) {

        public CustomerContacts(@Nullable Key key, @Nullable Instant came, List<WindowStart> endings) {
            this(key, came, endings, "", Set.of());
        }
    }

    /** What was counted; {@code without} is how many were seen without an ending. */
    public record Result(long without, Proportion proportion, Map<String, Long> excluded) {

        public Share of(Coverage cases) {
            return new Share(new Coverage(cases.asked(), without, cases.merged()), proportion, excluded);
        }
    }

    @Override
    public String definition() {
        return Definition.of(
                "repeat within",
                name,
                window,
                asOf,
                inclusive ? "at once" : "later",
                repeatIsYes ? "repeats" : "stays away");
    }

    @Override
    public Accumulator<CustomerContacts, Result> start() {
        return new State(this);
    }

    private static final class State extends Accumulator<CustomerContacts, Result> {

        private final RepeatWithin metric;
        private final Accumulator<Outcome, OutcomeCounts.Result> decided = new OutcomeCounts().start();
        private final ContactTimes visits = new ContactTimes();

        /** When there came what follows from the thing of an id, in no order. */
        private final Map<String, List<Instant>> following = new HashMap<>();

        private long without;

        State(RepeatWithin metric) {
            super(metric);
            this.metric = metric;
        }

        @Override
        public void add(CustomerContacts seen) {
            without += seen.windowStarts.isEmpty() ? 1 : 0;
            if (seen.key != null && seen.contactedAt != null) {
                visits.add(seen.key.customer, seen.key.category, seen.contactedAt, null);
            }
            if (seen.contactedAt != null) {
                for (String id : seen.follows) {
                    following(id).add(seen.contactedAt);
                }
            }
            for (WindowStart ending : seen.windowStarts) {
                Outcome outcome = decided(seen.key, ending);
                if (outcome != null) {
                    decided.add(outcome);
                } else if (seen.key != null) {
                    visits.add(seen.key.customer, seen.key.category, ending.at, seen.id);
                }
            }
        }

        private @Nullable Outcome decided(@Nullable Key key, WindowStart ending) {
            if (ending.outcome != null && ending.outcome.kind() == Outcome.Kind.EXCLUDED) {
                return ending.outcome;
            } else if (key == null) {
                return UNKNOWN;
            }
            return ending.at.plus(metric.window).isAfter(metric.asOf) ? Outcome.IMMATURE : ending.outcome;
        }

        private List<Instant> following(String id) {
            return following.computeIfAbsent(id, any -> new ArrayList<>(2));
        }

        @Override
        public Result result() {
            OutcomeCounts.Result known = decided.result();
            Map<String, List<Instant>> follow = new HashMap<>();
            following.forEach((id, came) -> follow.put(id, sorted(came)));
            long[] counts = {known.proportion().count(), known.proportion().total()};
            visits.eachAnchor(metric.window, metric.inclusive, (one, back) -> {
                boolean again = back || hasRepeat(follow.getOrDefault(visits.anchorId(one), List.of()), visits.at(one));
                counts[0] += again == metric.repeatIsYes ? 1 : 0;
                counts[1]++;
            });
            return new Result(without, Proportion.of(counts[0], counts[1]), known.excluded());
        }

        private boolean hasRepeat(List<Instant> came, Instant ended) {
            Instant first = metric.inclusive ? ended : ended.plusNanos(1);
            int found = Collections.binarySearch(came, first);
            int next = found < 0 ? -found - 1 : found;
            return next < came.size() && !came.get(next).isAfter(ended.plus(metric.window));
        }

        private static List<Instant> sorted(List<Instant> instants) {
            List<Instant> sorted = new ArrayList<>(instants);
            Collections.sort(sorted);
            return sorted;
        }

        @Override
        protected void absorb(Accumulator<CustomerContacts, Result> other) {
            State that = (State) other;
            without += that.without;
            decided.merge(that.decided);
            visits.addAll(that.visits);
            that.following.forEach((id, came) -> following(id).addAll(came));
        }

        @Override
        protected void write(StateOutput out) {
            out.count(without);
            out.state(decided);
            out.count(visits.size());
            visits.orderedGroups((order, from, to) -> {
                out.text(visits.customer(order[from]));
                out.text(visits.category(order[from]));
                out.count((long) to - from);
                for (int i = from; i < to; i++) {
                    String id = visits.anchorId(order[i]);
                    write(out, visits.at(order[i]));
                    out.count(id != null ? 1 : 0);
                    if (id != null) {
                        out.text(id);
                    }
                }
            });
            out.count(following.size());
            new TreeMap<>(following).forEach((id, came) -> {
                out.text(id);
                write(out, came);
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
            without = in.count();
            decided.merge(in.state(new OutcomeCounts()));
            long size = in.count();
            while (visits.size() < size) {
                String customer = in.text();
                String category = in.text();
                long of = in.count();
                for (long i = 0; i < of; i++) {
                    visits.add(customer, category, instant(in), in.count(1) == 1 ? in.text() : null);
                }
            }
            long followed = in.count();
            for (long i = 0; i < followed; i++) {
                read(in, following(in.text()));
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
