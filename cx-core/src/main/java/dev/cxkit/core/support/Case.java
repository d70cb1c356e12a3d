package dev.cxkit.core.support;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.json.JsonValues;
import dev.cxkit.core.time.Schedule;
import dev.cxkit.core.time.TimeRanges;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A support case ({@index ticket}, {@index incident}, complaint) as the ordered log of its events, from which status, times and SLA clocks
 * are derived.
 *
 * <ul>
 *   <li>Whom it {@linkplain WaitingOn waits on} follows from the events: it begins with us; {@link WorkflowEvent.Waiting} hands it to the
 *       customer or to a third party, until it is resumed, its {@code until} has come, or the customer answers; a resolution, closing or
 *       merge ends it, and reopening brings it back to us.
 *   <li>A message after the resolution does not reopen a case.
 *   <li>Events of one instant keep the order in which they were given.
 *   <li>What cannot follow is refused by name: the first event opens the case, nothing is before it, and so on.
 * </ul>
 *
 * <p>JSON: an object with {@code id} and {@code events}, each event with its {@code type}.
 *
 * <pre>{@code
 * import dev.cxkit.core.support.Actor;
 * import dev.cxkit.core.support.Case;
 * import dev.cxkit.core.support.WaitingOn;
 * import java.time.Duration;
 * import java.time.Instant;
 *
 * Instant nine = Instant.parse("2026-01-05T09:00:00Z");
 * Actor kim = Actor.agent("kim");
 * Case parcel = Case.builder("parcel").opened(nine, "ada")
 *         .reply(nine.plus(Duration.ofMinutes(20)), kim)
 *         .waitingOnCustomer(nine.plus(Duration.ofMinutes(20)), kim)
 *         .customerReply(nine.plus(Duration.ofHours(3)))
 *         .resolved(nine.plus(Duration.ofHours(4)), kim)
 *         .build();
 * System.out.println(parcel.waitingOn(nine.plus(Duration.ofHours(1))));
 * System.out.println(parcel.ranges(WaitingOn.US, nine.plus(Duration.ofHours(9))).length());
 * // -> CUSTOMER
 * // -> PT1H20M
 * }</pre>
 */
@JsonPropertyOrder({"id", "events"})
public final class Case implements Serializable {

    private final CaseId id;
    private final Events events;

    /** When each event was: asking the events themselves is much slower, since they are of many classes. */
    private final transient Instant[] times;

    /** Whom the case waits on after each event. */
    private final transient WaitingOn[] waitingOn;

    // These are asked for by nearly every measure.
    private final transient CaseTimeline timeline;
    private final transient WorkflowEvent.@Nullable Merged merged;
    private final transient List<Instant> resolutions;

    private Case(CaseId id, List<CaseEvent> events) {
        this.id = requireNonNull(id, "id");
        this.events = Events.copyOf(events);
        this.times = this.events.stream().map(CaseEvent::occurredAt).toArray(Instant[]::new);
        this.waitingOn = replay();
        this.timeline = timeline();
        this.merged = events(WorkflowEvent.Merged.class).stream().findFirst().orElse(null);
        this.resolutions = endings();
    }

    /** Returns a builder of the case with this id, which tells its story event by event. */
    public static CaseBuilder builder(CaseId id) {
        return new CaseBuilder(id);
    }

    /** Returns a builder of the case with this id, which tells its story event by event. */
    public static CaseBuilder builder(String id) {
        return new CaseBuilder(CaseId.of(id));
    }

    /**
     * Returns the case of these events, in any order.
     *
     * @throws IllegalArgumentException if an event cannot follow on those before it, naming both
     */
    @JsonCreator
    public static Case of(@JsonProperty("id") CaseId id, @JsonProperty("events") List<? extends CaseEvent> events) {
        List<CaseEvent> ordered = new ArrayList<>(JsonValues.list("events of case " + id, events));
        ordered.sort(Comparator.comparing(CaseEvent::occurredAt));
        return new Case(id, ordered);
    }

    /**
     * Returns the case with one more event, which is not before the last one.
     *
     * @throws IllegalArgumentException if it is before the last one or cannot follow
     */
    public Case plus(CaseEvent event) {
        requireNotBefore(times[times.length - 1], event, id);
        List<CaseEvent> more = new ArrayList<>(events);
        more.add(event);
        return new Case(id, more);
    }

    static void requireNotBefore(Instant last, CaseEvent event, CaseId id) {
        if (event.occurredAt().isBefore(last)) {
            throw new IllegalArgumentException(name(event) + " is before the last event of case " + id + " at " + last);
        }
    }

    private WaitingOn[] replay() {
        if (events.isEmpty() || !(events.get(0) instanceof WorkflowEvent.Opened)) {
            throw new IllegalArgumentException("case " + id + " does not begin with an opening"
                    + (events.isEmpty() ? "" : " but with " + name(events.get(0))));
        }
        WaitingOn[] after = new WaitingOn[events.size()];
        after[0] = WaitingOn.US;
        boolean closed = false;
        boolean merged = false;
        for (int i = 1; i < after.length; i++) {
            CaseEvent event = events.get(i);
            WaitingOn before = back(after[i - 1], i - 1, event.occurredAt());
            Optional<String> fault = AllowedEvents.fault(event, before, closed, merged);
            if (fault.isPresent()) {
                throw new IllegalArgumentException(name(event) + " of case " + id + " " + fault.get());
            }
            closed = event instanceof WorkflowEvent.Closed || (closed && !(event instanceof WorkflowEvent.Reopened));
            merged |= event instanceof WorkflowEvent.Merged;
            after[i] = AllowedEvents.next(event, before);
        }
        return after;
    }

    /** Whom it waits on at an instant, if the event at {@code index} is the last before it: a wait that has a time ends by itself. */
    private WaitingOn back(WaitingOn side, int index, Instant at) {
        Instant until = waitsUntil(side, index);
        return until != null && !at.isBefore(until) ? WaitingOn.US : side;
    }

    /** When the wait that is on after the event ends by itself; null if there is none, or it has no time. */
    private @Nullable Instant waitsUntil(WaitingOn side, int index) {
        if (side == WaitingOn.US || side == WaitingOn.DONE) {
            return null;
        }
        return ((WorkflowEvent.Waiting) events.get(waiting(index))).until();
    }

    /** The place of the event that began the wait that is on after this one. */
    private int waiting(int index) {
        int i = index;
        while (!(events.get(i) instanceof WorkflowEvent.Waiting)) {
            i--;
        }
        return i;
    }

    private static String name(CaseEvent event) {
        return event.type() + " at " + event.occurredAt();
    }

    /** Returns the id. */
    @JsonProperty("id")
    public CaseId id() {
        return id;
    }

    /** Returns the events in order; unmodifiable. */
    @JsonProperty("events")
    public List<CaseEvent> events() {
        return events;
    }

    /** Returns the events up to an instant, those at it among them; unmodifiable. */
    public List<CaseEvent> events(Instant asOf) {
        return events.first(last(asOf) + 1);
    }

    /**
     * Returns the events up to the one that ended the case at an instant, that one among them; unmodifiable. What follows at the same
     * instant came after it: hosts that keep whole seconds have much of that.
     *
     * @param ended the instant of a {@linkplain CaseEvent#endsCase resolution, closing or merge}; if there is none, all events up to it
     */
    public List<CaseEvent> eventsUntilEnd(Instant ended) {
        int last = last(ended);
        int end = last;
        for (int i = last; i >= 0 && times[i].equals(ended); i--) {
            end = CaseEvent.endsCase(events.get(i)) ? i : end;
        }
        return events.first(end + 1);
    }

    /**
     * Returns the response or resolution intervals of the case, in order.
     *
     * @param asOf what happened later is not looked at; empty before the opening
     */
    public List<CaseInterval> intervals(CaseInterval.Kind kind, Instant asOf) {
        return CaseInterval.of(this, kind, asOf);
    }

    /** Returns the first event. */
    public WorkflowEvent.Opened opened() {
        return (WorkflowEvent.Opened) events.get(0);
    }

    /** Returns when it began. */
    public Instant openedAt() {
        return times[0];
    }

    /** Returns whose case it is; empty if that is not known. */
    public Optional<CustomerId> customer() {
        return Optional.ofNullable(opened().customer());
    }

    /** Returns the events of this class, in order. */
    public <E extends CaseEvent> List<E> events(Class<E> type) {
        List<E> found = new ArrayList<>();
        for (CaseEvent event : events) {
            if (type.isInstance(event)) {
                found.add(type.cast(event));
            }
        }
        return found;
    }

    /**
     * Returns whom the case waits on at the instant, after all that happened then.
     *
     * @throws IllegalArgumentException if the case was not open yet
     */
    public WaitingOn waitingOn(Instant asOf) {
        int index = last(asOf);
        if (index < 0) {
            throw new IllegalArgumentException("case " + id + " was opened at " + openedAt() + ", after " + asOf);
        }
        return back(waitingOn[index], index, asOf);
    }

    /** The place of the last event at or before the instant; -1 if there is none. */
    private int last(Instant asOf) {
        int index = times.length - 1;
        while (index >= 0 && times[index].isAfter(asOf)) {
            index--;
        }
        return index;
    }

    /**
     * Returns the segments up to an instant in which the case waited on one side, in order, without a gap, each with the event that began
     * it. Segments of no length are excluded. Their lengths add up to the age of the case.
     *
     * @param asOf the end of the last segment; empty before the opening
     */
    public List<CaseSegment> segments(Instant asOf) {
        return timeline.segments(asOf);
    }

    private CaseTimeline timeline() {
        List<CaseTimeline.Change> found = new ArrayList<>(4);
        WaitingOn side = null;
        int change = 0;
        for (int i = 0; i < times.length; i++) {
            if (i > 0 && waitingOn[i] == WaitingOn.US && backBefore(i)) {
                change = waiting(i - 1);
            } else if (i == 0 || waitingOn[i] != waitingOn[i - 1] || backBefore(i)) {
                change = i;
            }
            Instant to = i + 1 < times.length ? times[i + 1] : Instant.MAX;
            Instant back = to;
            Instant until = waitsUntil(waitingOn[i], i);
            if (until != null && until.isBefore(to)) {
                back = until.isAfter(times[i]) ? until : times[i];
            }
            // First the side after the event, then ours if a wait ends by itself; each may be of no length.
            if (waitingOn[i] != side && times[i].isBefore(back)) {
                side = waitingOn[i];
                found.add(new CaseTimeline.Change(side, times[i], events.get(change)));
            }
            if (side != WaitingOn.US && back.isBefore(to)) {
                side = WaitingOn.US;
                found.add(new CaseTimeline.Change(side, back, events.get(waiting(i))));
            }
        }
        return new CaseTimeline(found);
    }

    /** Whether a wait ended by itself before this event. */
    private boolean backBefore(int index) {
        return back(waitingOn[index - 1], index - 1, times[index]) != waitingOn[index - 1];
    }

    /** Returns the time ranges up to an instant in which the case waited on the side. */
    public TimeRanges ranges(WaitingOn side, Instant asOf) {
        return ranges(Set.of(side), asOf);
    }

    /** Returns the time ranges up to an instant in which the case waited on one of these sides. */
    public TimeRanges ranges(Set<WaitingOn> sides, Instant asOf) {
        return timeline.ranges(sides::contains, asOf);
    }

    /** Returns the business time between two instants in which the case waited on one of these sides. */
    public Duration elapsed(Set<WaitingOn> sides, Schedule hours, Instant from, Instant to) {
        return timeline.elapsed(sides::contains, hours, from, to);
    }

    /** Returns the business time between two instants in which the case waited on a side that is counted. */
    public Duration elapsed(Predicate<WaitingOn> counted, Schedule hours, Instant from, Instant to) {
        return timeline.elapsed(counted, hours, from, to);
    }

    /**
     * Returns the instants at which the case was resolved, in order: each resolution, and each closing without one before.
     *
     * @param asOf what happened later is not looked at
     */
    public List<Instant> resolutions(Instant asOf) {
        int end = resolutions.size();
        while (end > 0 && resolutions.get(end - 1).isAfter(asOf)) {
            end--;
        }
        return end == resolutions.size() ? resolutions : resolutions.subList(0, end);
    }

    private List<Instant> endings() {
        List<Instant> resolved = new ArrayList<>();
        for (int i = 1; i < waitingOn.length; i++) {
            CaseEvent event = events.get(i);
            boolean ends = event instanceof WorkflowEvent.Resolved || event instanceof WorkflowEvent.Closed;
            if (ends && waitingOn[i - 1] != WaitingOn.DONE) {
                resolved.add(times[i]);
            }
        }
        return List.copyOf(resolved);
    }

    /** Returns the case into which this one was merged; empty if it was not merged. A merged case is excluded from every count. */
    public Optional<CaseId> mergedInto() {
        return Optional.ofNullable(merged).map(WorkflowEvent.Merged::other);
    }

    /** Returns whether the case was merged into another one by then. */
    public boolean isMerged(Instant asOf) {
        return merged != null && !merged.occurredAt().isAfter(asOf);
    }

    /** Returns the category in force at the instant; empty while there is none. */
    public Optional<String> category(Instant asOf) {
        return classified(opened().category(), WorkflowEvent.Classified::category, asOf);
    }

    /** Returns the priority in force at the instant; empty while there is none. */
    public Optional<String> priority(Instant asOf) {
        return classified(opened().priority(), WorkflowEvent.Classified::priority, asOf);
    }

    private Optional<String> classified(
            @Nullable String first, Function<WorkflowEvent.Classified, @Nullable String> part, Instant asOf) {
        String latest = first;
        for (CaseEvent event : events(asOf)) {
            if (event instanceof WorkflowEvent.Classified classified) {
                String changed = part.apply(classified);
                latest = changed == null ? latest : changed;
            }
        }
        return Optional.ofNullable(latest);
    }

    /** Returns who has the case at the instant; empty while nobody has. */
    public Optional<Assignee> assignee(Instant asOf) {
        Assignee assignee = null;
        for (CaseEvent event : events(asOf)) {
            assignee = event instanceof WorkflowEvent.Assigned assigned ? assigned.to() : assignee;
        }
        return Optional.ofNullable(assignee);
    }

    private Object readResolve() {
        return new Case(id, events);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Case that && id.equals(that.id) && events.equals(that.events);
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + events.hashCode();
    }

    /** Returns the id and how much happened. */
    @Override
    public String toString() {
        return "Case[id=" + id + ", events=" + events.size() + "]";
    }
}
