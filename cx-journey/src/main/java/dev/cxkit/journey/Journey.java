package dev.cxkit.journey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.metrics.BiFn;
import dev.cxkit.metrics.Fn;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The ordered touchpoints of one customer, account or case, each with its activity; in {@index "process mining"} a case, or {@index trace}.
 *
 * <ul>
 *   <li>The {@index activity} of a touchpoint is what analyses group it by: the name of its type, unless the journey was assembled with
 *       {@linkplain JourneyAssembler#withActivity another}. A host's own types of touchpoint travel through untouched.
 *   <li>Touchpoints are in order of time; those of one instant by the {@linkplain JourneyAssembler#inSequence sequence} that the host gives,
 *       else by end, type, source and id. The order of a list never counts.
 *   <li>A journey has at least one touchpoint, and a {@link JourneyStatus}: open, or how it ended.
 * </ul>
 *
 * <p>Immutable, and {@code Serializable} if its touchpoints are: what is written are its own touchpoints, activities and key alone, and of rows the
 * touchpoints that these become. Each journey that is read has labels of its own; {@link Journeys#together} joins many.
 *
 * <p>A {@link JourneyAssembler} makes journeys of any touchpoints. Those that it makes together lie side by side in arrays, which
 * {@link #nanos}, {@link #activityCode} and {@link #activityIndex} open to analyses that count millions.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.touchpoint.Channel;
 * import dev.cxkit.core.touchpoint.Interaction;
 * import dev.cxkit.core.touchpoint.TouchpointType;
 * import dev.cxkit.journey.Journey;
 * import dev.cxkit.journey.JourneyAssembler;
 * import java.time.Instant;
 * import java.util.List;
 * import java.util.stream.Stream;
 * List<Journey> journeys = JourneyAssembler.byCustomer()
 *         .assemble(Stream.of("ann visit 0", "ann basket 5", "ann order 9")
 *                 .map(row -> row.split(" "))
 *                 .map(row -> Interaction.builder(String.join("-", row), TouchpointType.of(row[1]))
 *                         .customer(CustomerId.of(row[0])).channel(Channel.WEB)
 *                         .occurredAt(Instant.EPOCH.plusSeconds(60 * Long.parseLong(row[2]))).build())
 *                 .toList());
 * Journey journey = journeys.get(0);
 * System.out.println(journey.key() + " " + journey.activities() + " " + journey.length() + " " + journey.status());
 * // -> ann [visit, basket, order] PT9M OPEN
 * }</pre>
 */
public final class Journey implements Serializable {

    private static final long serialVersionUID = 1;

    private final String key;
    private final int number;
    private final JourneyStatus status;
    private final transient Track track;
    private final int from;
    private final int to;

    Journey(String key, int number, JourneyStatus status, Track track, int from, int to) {
        this.key = key;
        this.number = number;
        this.status = status;
        this.track = track;
        this.from = from;
        this.to = to;
    }

    /**
     * Returns the journey of these touchpoints, which are all of one customer, in any order; its activities are the names of their types. What
     * was sent twice is there once, as {@link JourneyAssembler} has it.
     *
     * @throws IllegalArgumentException if there are none, or they are of two customers, or one occurred outside 1677..2262
     */
    public static Journey of(List<? extends Touchpoint> touchpoints) {
        return of(touchpoints, touchpoint -> touchpoint.type().name());
    }

    /**
     * Returns the journey of these touchpoints, which are all of one customer, in any order.
     *
     * @param activity the activity of a touchpoint, not blank
     * @throws IllegalArgumentException if there are none, or they are of two customers, or one occurred outside 1677..2262, or has a
     *     blank activity
     */
    public static Journey of(List<? extends Touchpoint> touchpoints, Fn<? super Touchpoint, String> activity) {
        if (touchpoints.isEmpty()) {
            throw new IllegalArgumentException("a journey has at least one touchpoint");
        }
        CustomerId customer = touchpoints.get(0).customer();
        for (Touchpoint touchpoint : touchpoints) {
            if (!touchpoint.customer().equals(customer)) {
                throw new IllegalArgumentException(
                        "touchpoint " + touchpoint.id() + " is of another customer than the journey");
            }
        }
        return JourneyAssembler.byCustomer()
                .withActivity(activity)
                .assemble(touchpoints)
                .get(0);
    }

    /**
     * Returns the journey with one more touchpoint, wherever it belongs in time, and the same activities.
     *
     * @param activity the activity of the touchpoint, not blank
     * @throws IllegalArgumentException if the activity is blank or the touchpoint occurred outside 1677..2262
     */
    public Journey plus(Touchpoint touchpoint, String activity) {
        long at = EpochNanos.of(
                "occurredAt", requireNonNull(touchpoint, "touchpoint").occurredAt());
        int place = to;
        while (place > from && isAfter(place - 1, at, touchpoint)) {
            place--;
        }
        ActivityIndex index = new ActivityIndex();
        int size = size() + 1;
        Object[] touchpoints = new Object[size];
        long[] nanos = new long[size];
        int[] codes = new int[size];
        for (int i = 0; i < size; i++) {
            int there = from + i;
            boolean before = there < place;
            boolean added = there == place;
            int source = before ? there : there - 1;
            touchpoints[i] = added ? touchpoint : track.touchpoint(source);
            nanos[i] = added ? at : track.nanos()[source];
            codes[i] = index.intern(
                    added ? JourneyAssembly.checkedActivity(touchpoint, activity) : activity(source - from));
        }
        return new Journey(
                key,
                number,
                status,
                new Track(touchpoints, RowReader.TOUCHPOINTS, nanos, codes, index, track.order()),
                0,
                size);
    }

    private boolean isAfter(int there, long at, Touchpoint touchpoint) {
        long nanos = track.nanos()[there];
        return nanos > at || (nanos == at && track.order().compare(track.touchpoint(there), touchpoint) > 0);
    }

    /**
     * Returns the journey with one more touchpoint, wherever it belongs in time; its activity is the name of its type.
     *
     * @throws IllegalArgumentException if the touchpoint occurred outside 1677..2262
     */
    public Journey plus(Touchpoint touchpoint) {
        return plus(touchpoint, touchpoint.type().name());
    }

    /**
     * Returns the same touchpoints with other activities.
     *
     * @param activity the activity of a touchpoint, not blank
     * @throws IllegalArgumentException if an activity is blank
     */
    public Journey withActivity(Fn<? super Touchpoint, String> activity) {
        // Not assembled anew: two sources may have given one id.
        ActivityIndex index = new ActivityIndex();
        return with(index, i -> {
            Touchpoint touchpoint = touchpoint(i);
            return index.intern(JourneyAssembly.checkedActivity(touchpoint, activity.apply(touchpoint)));
        });
    }

    /** Returns the journey in arrays of its own, with activities from this index. */
    private Journey with(ActivityIndex index, IntUnaryOperator code) {
        int[] codes = new int[size()];
        Arrays.setAll(codes, code);
        Object[] rows = Arrays.copyOfRange(track.rows(), from, to);
        long[] nanos = Arrays.copyOfRange(track.nanos(), from, to);
        Track own = new Track(rows, track.reader(), nanos, codes, index, track.order());
        return new Journey(key, number, status, own, 0, codes.length);
    }

    /** Returns whose or which it is: the id of the customer, the account or the case by which it was assembled. */
    public String key() {
        return key;
    }

    /** Returns which of the journeys of its key it is, in order of time from 1 on. */
    public int number() {
        return number;
    }

    /** Returns the key, with the number behind a {@code #} from the second on. */
    public String id() {
        return number == 1 ? key : key + "#" + number;
    }

    /** Returns whether it is open, or how it ended. */
    public JourneyStatus status() {
        return status;
    }

    /** Returns the customer of the first touchpoint; where a journey is an account's, others may have taken part. */
    public CustomerId customer() {
        return touchpoint(0).customer();
    }

    /** Returns how many touchpoints it has, at least 1. */
    public int size() {
        return to - from;
    }

    /** Returns the touchpoints in order; unmodifiable. */
    public List<Touchpoint> touchpoints() {
        return new Touchpoints();
    }

    private final class Touchpoints extends AbstractList<Touchpoint> implements RandomAccess {

        @Override
        public Touchpoint get(int index) {
            return touchpoint(index);
        }

        @Override
        public int size() {
            return Journey.this.size();
        }
    }

    /** Returns the touchpoint at the index, of which the first is 0. */
    public Touchpoint touchpoint(int index) {
        return track.touchpoint(at(index));
    }

    /** Returns the activity of the touchpoint at the index. */
    public String activity(int index) {
        return track.activityIndex().name(activityCode(index));
    }

    /** Returns the activities in order. */
    public List<String> activities() {
        List<String> activities = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            activities.add(activity(i));
        }
        return activities;
    }

    /** Returns the number that the activity at the index has in the {@link #activityIndex}. */
    public int activityCode(int index) {
        return track.codes()[at(index)];
    }

    /** Returns the activities that the journeys assembled with this one have, by number. */
    public ActivityIndex activityIndex() {
        return track.activityIndex();
    }

    /** Returns when the touchpoint at the index occurred or began, in nanoseconds since 1970. */
    public long nanos(int index) {
        return track.nanos()[at(index)];
    }

    /** Returns when the touchpoint at the index occurred or began. */
    public Instant occurredAt(int index) {
        return EpochNanos.instant(nanos(index));
    }

    private int at(int index) {
        return from + Objects.checkIndex(index, to - from);
    }

    /** Returns when the first touchpoint occurred. */
    public Instant start() {
        return occurredAt(0);
    }

    /** Returns when the last touchpoint to end was over; one without an end was over when it occurred. */
    public Instant end() {
        Instant end = occurredAt(size() - 1);
        for (int i = from; i < to; i++) {
            Instant over = track.reader().over(track.rows()[i], end);
            end = over.isAfter(end) ? over : end;
        }
        return end;
    }

    /** Returns the elapsed time from {@link #start()} to {@link #end()}. */
    public Duration length() {
        return Duration.between(start(), end());
    }

    /**
     * Returns the sessions of the journey, each as a journey with its id. A session ends by {@link JourneyStatus#INACTIVE} when the next
     * touchpoint begins later than the timeout after all before it were over; the last one has the status of the journey.
     *
     * <p>Here inactivity is measured from the end of what came before to the next start; {@link JourneyAssembler#endingAfterInactivity} measures
     * from start to start.
     *
     * @param timeout the longest inactivity within a session
     * @throws IllegalArgumentException if it is negative
     */
    public List<Journey> sessions(Duration timeout) {
        return sessions(timeout, (before, next) -> false);
    }

    /**
     * Returns the sessions of the journey as {@link #sessions(Duration)} does, of which one also ends, by {@link JourneyStatus#NEXT_SESSION}, where
     * the next touchpoint begins a new one: by another campaign, say.
     *
     * @param timeout the longest inactivity within a session
     * @param beginsNew whether a new session begins between a touchpoint, the first argument, and the next one
     * @throws IllegalArgumentException if the timeout is negative
     */
    public List<Journey> sessions(Duration timeout, BiFn<? super Touchpoint, ? super Touchpoint, Boolean> beginsNew) {
        requireNonNull(beginsNew, "beginsNew");
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("timeout " + timeout + " is negative");
        }
        List<Journey> sessions = new ArrayList<>();
        int first = from;
        Instant over = start();
        for (int i = from; i < to; i++) {
            Instant at = EpochNanos.instant(track.nanos()[i]);
            boolean isInactive = Duration.between(over, at).compareTo(timeout) > 0;
            if (isInactive || (i > from && beginsNew.apply(track.touchpoint(i - 1), track.touchpoint(i)))) {
                JourneyStatus ended = isInactive ? JourneyStatus.INACTIVE : JourneyStatus.NEXT_SESSION;
                sessions.add(new Journey(key, number, ended, track, first, i));
                first = i;
            }
            Instant end = track.reader().over(track.rows()[i], at);
            over = end.isAfter(over) ? end : over;
        }
        sessions.add(new Journey(key, number, status, track, first, to));
        return sessions;
    }

    /**
     * Touchpoints of a journey one behind the other that share a name, such as a visit to a stage.
     *
     * @param name what they share
     * @param from the index of the first
     * @param to the index behind the last
     */
    public record Visit(String name, int from, int to) {}

    /**
     * Returns the visits: runs of touchpoints whose activities share a name. One whose activity has none stays in the visit before it; those before the
     * first visit are in none.
     *
     * @param end the index behind the last touchpoint that is looked at
     * @param nameOf the name of an activity; null if it has none
     */
    public List<Visit> visits(int end, Function<String, @Nullable String> nameOf) {
        List<Visit> visits = new ArrayList<>();
        String name = null;
        int first = 0;
        for (int i = 0; i < end; i++) {
            String next = nameOf.apply(activity(i));
            if (next != null && !next.equals(name)) {
                if (name != null) {
                    visits.add(new Visit(name, first, i));
                }
                name = next;
                first = i;
            }
        }
        if (name != null) {
            visits.add(new Visit(name, first, end));
        }
        return visits;
    }

    /** Returns the journey in arrays of its own, with activities from this index, which gets those that it lacks. */
    Journey sharing(ActivityIndex index) {
        return with(index, i -> index.intern(activity(i)));
    }

    private Object writeReplace() {
        return JourneyForm.of(this, track.order());
    }

    /** Only the form is ever written. */
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a journey is read from its form");
    }

    /** Returns whether key, number, status, touchpoints and activities are equal. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Journey that
                && key.equals(that.key)
                && number == that.number
                && status == that.status
                && touchpoints().equals(that.touchpoints())
                && activities().equals(that.activities());
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, number, status, touchpoints());
    }

    /** Returns id, number of touchpoints, start and status, and nothing of what happened. */
    @Override
    public String toString() {
        return "Journey[id=" + id() + ", touchpoints=" + size() + ", start=" + start() + ", status=" + status + "]";
    }
}
