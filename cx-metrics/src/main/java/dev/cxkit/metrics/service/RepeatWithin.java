package dev.cxkit.metrics.service;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The proportion of starts (a resolution, a session) that are followed, or not followed, by a repeat contact of the customer within a window.
 *
 * <ul>
 *   <li>Where a repeat is in the numerator, each contact counts once: for the last start before it from which it follows by name, else for
 *       the last one before it of its customer and category. Where the absence of one is, it counts for every start that it is in time for.
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

    /** In the state: the start of a window. Else 0 is a contact that follows from nothing, and above it one that follows from so many more. */
    private static final long START = 1;

    /** Whose contact it is where that is not known: a repeat only of what it follows from. */
    private static final Key NOBODY = new Key("", "");

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
    public record Result(long without, Proportion proportion, Map<String, Long> excluded)
            implements dev.cxkit.core.result.Result {

        /** Returns this as a share, with the cases that stand behind it. */
        public Share share(Coverage cases) {
            return new Share(new Coverage(cases.asked(), without, cases.merged()), proportion, 0, excluded);
        }

        /** Returns the share, the excluded, and those without a value. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("proportion", proportion)
                    .with("excluded", excluded)
                    .with("without", without)
                    .map();
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

        private long without;

        State(RepeatWithin metric) {
            super(metric);
            this.metric = metric;
        }

        @Override
        public void add(CustomerContacts seen) {
            without += seen.windowStarts.isEmpty() ? 1 : 0;
            if (seen.contactedAt != null && (seen.key != null || !seen.follows.isEmpty())) {
                Key key = seen.key == null ? NOBODY : seen.key;
                contacts.addFollowing(
                        key.customer,
                        key.category,
                        seen.contactedAt,
                        seen.follows.stream().sorted().toList());
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
            // One that takes contacts from others is kept, though its window is not over.
            boolean kept = metric.repeatIsYes && start.outcome == null;
            return isImmature(start.at) && !kept ? Outcome.IMMATURE : start.outcome;
        }

        private boolean isImmature(Instant start) {
            return start.plus(metric.window).isAfter(metric.asOf);
        }

        @Override
        public Result result() {
            OutcomeCounts.Result known = decided.result();
            long[] counts = {known.proportion().count(), known.proportion().total(), 0};
            contacts.eachAnchor(
                    new ContactTimes.Rule(metric.window, metric.inclusive, metric.repeatIsYes), (one, repeat) -> {
                        boolean immature = isImmature(contacts.at(one));
                        counts[0] += !immature && repeat == metric.repeatIsYes ? 1 : 0;
                        counts[immature ? 2 : 1]++;
                    });
            Map<String, Long> excluded = new TreeMap<>(known.excluded());
            if (counts[2] > 0) {
                excluded.merge(Outcome.IMMATURE.reason(), counts[2], Long::sum);
            }
            return new Result(without, Proportion.of(counts[0], counts[1]), excluded);
        }

        @Override
        protected void absorb(Accumulator<CustomerContacts, Result> other) {
            State that = (State) other;
            without = Math.addExact(without, that.without);
            decided.merge(that.decided);
            contacts.addAll(that.contacts);
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
                    List<String> follows = contacts.follows(order[i]);
                    write(out, contacts.at(order[i]));
                    out.count(id != null ? START : follows.isEmpty() ? 0 : START + follows.size());
                    if (id != null) {
                        out.text(id);
                    }
                    follows.forEach(out::text);
                }
            });
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
                    Instant at = instant(in);
                    long kind = in.count();
                    if (kind == START) {
                        contacts.add(customer, category, at, in.text());
                    } else {
                        contacts.addFollowing(customer, category, at, follows(in, kind - START));
                    }
                    in.check(contacts.isInOrder(first + i, i > 0), "its contacts are not in order");
                }
            }
        }

        private static List<String> follows(StateInput in, long count) {
            List<String> follows = new ArrayList<>(2);
            String id = null;
            while (follows.size() < count) {
                id = in.rising(id, in.text());
                follows.add(id);
            }
            return follows;
        }

        /** Refuses one that is so far away that no window can begin or end there. */
        private Instant instant(StateInput in) {
            Instant instant = Instant.ofEpochSecond(in.integer(), in.count(999_999_999));
            in.check(instant.plus(LONGEST).isAfter(instant), "an instant is too late");
            return instant;
        }
    }
}
