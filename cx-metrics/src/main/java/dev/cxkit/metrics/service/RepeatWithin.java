package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
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
 * The proportion of starts (a resolution, a session) that are followed, or not followed, by a repeat contact of the customer within a window.
 *
 * <ul>
 *   <li>Contacts and the starts of windows may be seen in any order and part, so both are kept for each customer until the answer is asked
 *       for.
 *   <li>Excluded as {@code immature}: a start whose window is not over.
 *   <li>Excluded as {@code unknown customer}: one of a customer who is not known.
 * </ul>
 *
 * @param name what is asked, to tell two metrics apart
 * @param window how long after the start a contact is a repeat, above 0
 * @param asOf by when the window must be over
 * @param inclusive whether a contact at the very instant of the start is a repeat
 * @param repeatIsYes whether a repeat is in the numerator, or its absence
 */
public record RepeatWithin(String name, Duration window, Instant asOf, boolean inclusive, boolean repeatIsYes)
        implements Metric<RepeatWithin.CustomerContacts, RepeatWithin.Result> {

    /** Excluded since the customer is not known, so that no repeat can be seen. */
    public static final Outcome UNKNOWN = Outcome.excluded("unknown customer");

    /** A hundred years: more is a unit mistaken, and would not fit behind the last instant there is. */
    private static final Duration LONGEST = Duration.ofDays(36_525);

    /** Refuses a window that is not above 0, or above a hundred years, with an {@link IllegalArgumentException}. */
    public RepeatWithin {
        requireNonNull(name, "name");
        checkWindow(window);
        requireNonNull(asOf, "asOf");
    }

    /** Throws an {@link IllegalArgumentException} if the window is not above 0, or above a hundred years. */
    public static void checkWindow(Duration window) {
        Require.positive("window", window);
        Require.that(window.compareTo(LONGEST) <= 0, () -> "window " + window + " is above " + LONGEST);
    }

    /**
     * Whose repeat it is, and in what.
     *
     * @param customer the customer
     * @param category the category of the contact; empty where any will do
     */
    public record Key(String customer, String category) {}

    /**
     * Something after which a contact is a repeat.
     *
     * @param at when
     * @param outcome what it counts as, whether or not there is a repeat; null if it depends on that
     */
    public record WindowStart(Instant at, @Nullable Outcome outcome) {}

    /**
     * What was seen of a customer.
     *
     * @param key who; null if that is not known
     * @param contactedAt when the customer contacted us; null if this is no contact
     * @param windowStarts what a later contact is a repeat of
     * @param id the id by which others may say that they follow from this; empty if none can
     * @param follows the ids from which this follows, by whomever
     */
    public record CustomerContacts(
            @Nullable Key key,
            @Nullable Instant contactedAt,
            List<WindowStart> windowStarts,
            String id,
            Set<String> follows) {

        /** Makes one that nothing follows from, and that follows from nothing. */
        public CustomerContacts(@Nullable Key key, @Nullable Instant contactedAt, List<WindowStart> windowStarts) {
            this(key, contactedAt, windowStarts, "", Set.of());
        }
    }

    /**
     * What was counted.
     *
     * @param without how many were seen without the start of a window
     * @param proportion of the starts whose window is over, those in the numerator
     * @param excluded how many were excluded, by reason
     */
    public record Result(long without, Proportion proportion, Map<String, Long> excluded) {

        /** Returns this as a share, with the cases that stand behind it. */
        public Share share(Coverage cases) {
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
                inclusive ? "from the instant on" : "after the instant",
                repeatIsYes ? "repeat" : "no repeat");
    }

    @Override
    public Accumulator<CustomerContacts, Result> start() {
        return new State(this);
    }

    private static final class State extends Accumulator<CustomerContacts, Result> {

        private final RepeatWithin metric;
        private final Accumulator<Outcome, OutcomeCounts.Result> decided =
                OutcomeCounts.metric().start();
        private final ContactTimes contacts = new ContactTimes();

        /** When the contacts came that follow from what has an id, in no order. */
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
                contacts.add(seen.key.customer, seen.key.category, seen.contactedAt, null);
            }
            if (seen.contactedAt != null) {
                for (String id : seen.follows) {
                    following(id).add(seen.contactedAt);
                }
            }
            for (WindowStart start : seen.windowStarts) {
                Outcome outcome = decided(seen.key, start);
                if (outcome != null) {
                    decided.add(outcome);
                } else if (seen.key != null) {
                    contacts.add(seen.key.customer, seen.key.category, start.at, seen.id);
                }
            }
        }

        private @Nullable Outcome decided(@Nullable Key key, WindowStart start) {
            if (start.outcome != null && start.outcome.kind() == Outcome.Kind.EXCLUDED) {
                return start.outcome;
            } else if (key == null) {
                return UNKNOWN;
            }
            return start.at.plus(metric.window).isAfter(metric.asOf) ? Outcome.IMMATURE : start.outcome;
        }

        private List<Instant> following(String id) {
            return following.computeIfAbsent(id, any -> new ArrayList<>(2));
        }

        @Override
        public Result result() {
            OutcomeCounts.Result known = decided.result();
            Map<String, List<Instant>> follow = new HashMap<>();
            following.forEach((id, times) -> follow.put(id, sorted(times)));
            long[] counts = {known.proportion().count(), known.proportion().total()};
            contacts.eachAnchor(metric.window, metric.inclusive, (one, repeat) -> {
                boolean any =
                        repeat || hasRepeat(follow.getOrDefault(contacts.anchorId(one), List.of()), contacts.at(one));
                counts[0] += any == metric.repeatIsYes ? 1 : 0;
                counts[1]++;
            });
            return new Result(without, Proportion.of(counts[0], counts[1]), known.excluded());
        }

        private boolean hasRepeat(List<Instant> times, Instant start) {
            Instant first = metric.inclusive ? start : start.plusNanos(1);
            int found = Collections.binarySearch(times, first);
            int next = found < 0 ? -found - 1 : found;
            return next < times.size() && !times.get(next).isAfter(start.plus(metric.window));
        }

        private static List<Instant> sorted(List<Instant> instants) {
            List<Instant> sorted = new ArrayList<>(instants);
            Collections.sort(sorted);
            return sorted;
        }

        @Override
        protected void absorb(Accumulator<CustomerContacts, Result> other) {
            State that = (State) other;
            without = Math.addExact(without, that.without);
            decided.merge(that.decided);
            contacts.addAll(that.contacts);
            that.following.forEach((id, times) -> following(id).addAll(times));
        }

        @Override
        protected void write(StateOutput out) {
            out.count(without);
            out.state(decided);
            out.count(contacts.size());
            contacts.orderedGroups((order, from, to) -> {
                out.text(contacts.customer(order[from]));
                out.text(contacts.category(order[from]));
                out.count((long) to - from);
                for (int i = from; i < to; i++) {
                    String id = contacts.anchorId(order[i]);
                    write(out, contacts.at(order[i]));
                    out.flag(id != null);
                    if (id != null) {
                        out.text(id);
                    }
                }
            });
            out.count(following.size());
            new TreeMap<>(following).forEach((id, times) -> {
                out.text(id);
                write(out, times);
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
            decided.merge(in.state(decided.metric()));
            int size = in.size(3);
            while (contacts.size() < size) {
                String customer = in.text();
                String category = in.text();
                int first = contacts.size();
                int of = in.size(3);
                in.check(of > 0 && of <= size - first, "a customer has no contacts, or more than there are");
                for (int i = 0; i < of; i++) {
                    contacts.add(customer, category, instant(in), in.flag() ? in.text() : null);
                    in.check(contacts.isInOrder(first + i, i > 0), "its contacts are not in order");
                }
            }
            int followed = in.size(4);
            String id = null;
            for (int i = 0; i < followed; i++) {
                id = in.rising(id, in.text());
                read(in, following(id));
            }
        }

        private void read(StateInput in, List<Instant> instants) {
            int size = in.size(2);
            in.check(size > 0, "nothing follows");
            for (int i = 0; i < size; i++) {
                instants.add(instant(in));
                in.check(i == 0 || !instants.get(i).isBefore(instants.get(i - 1)), "its instants are not in order");
            }
        }

        /** Refuses one that is so far away that no window can begin or end there. */
        private Instant instant(StateInput in) {
            Instant instant = Instant.ofEpochSecond(in.integer(), in.count(999_999_999));
            instant.plus(LONGEST);
            return instant;
        }
    }
}
