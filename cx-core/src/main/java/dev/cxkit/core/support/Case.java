package dev.cxkit.core.support;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
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
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
 *   <li>The order of a list does not count. Within one instant it is: opened; SLA policy, classification; messages of the customer;
 *       questions, facts; messages of others, notes; assignments, escalations, promises; what changes whom it waits on; links, merge;
 *       unknown events. Of what changes whom it waits on, first comes what ends the state before the instant (reopened where the case was
 *       done, resumed where it waited), then waiting, resumed, resolved, closed, reopened. Events of one sort are in the order of their
 *       content. Where the true order is known, {@link #inSequence}, the builder and {@link #plus} keep it.
 *   <li>What cannot follow is refused by name: anything before the opening; a second opening; waiting or an escalation in a case that is
 *       done, without a reopening at that instant; a merge into itself; after a merge anything but messages, notes and links.
 *   <li>What changes nothing is kept, and is in no count but {@link #withoutEffect}.
 * </ul>
 *
 * <p>JSON: an object with {@code id} and {@code events}, each event with its {@code type}; {@code "sequence": true} where events of one
 * instant are in another order than the one above.
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
@JsonPropertyOrder({"id", "sequence", "events"})
public final class Case implements Serializable {

    private final CaseId id;
    private final Events events;

    // Worked out from the events once, since nearly every measure asks for it.
    private final transient Replay replay;
    private final transient WorkflowEvent.@Nullable Merged merged;

    private Case(CaseId id, List<? extends CaseEvent> events, boolean inSequence) {
        this.id = requireNonNull(id, "id");
        this.replay = new Replay(id, events, inSequence);
        this.events = replay.events;
        this.merged = events(WorkflowEvent.Merged.class).stream().findFirst().orElse(null);
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
     * Returns the case of these events, in any order: those of one instant are put in the order of {@linkplain Case the class}.
     *
     * @throws IllegalArgumentException if an event cannot follow on those before it, naming both
     */
    public static Case of(CaseId id, List<? extends CaseEvent> events) {
        return new Case(id, requireNonNull(events, "events"), false);
    }

    /**
     * Returns the case of these events, where those of one instant are known to have happened in the order given.
     *
     * @throws IllegalArgumentException if an event cannot follow on those before it, naming both
     */
    public static Case inSequence(CaseId id, List<? extends CaseEvent> events) {
        return new Case(id, requireNonNull(events, "events"), true);
    }

    @JsonCreator
    static Case read(
            @JsonProperty("id") CaseId id,
            @JsonProperty("sequence") @Nullable Object sequence,
            @JsonProperty("events") List<? extends CaseEvent> events) {
        return new Case(
                id,
                JsonValues.list("events of case " + id, events),
                Boolean.TRUE.equals(JsonValues.flag("sequence of case " + id, sequence)));
    }

    /**
     * Returns the case with one more event, which is not before the last one and happened after it.
     *
     * @throws IllegalArgumentException if it is before the last one or cannot follow
     */
    public Case plus(CaseEvent event) {
        requireNotBefore(replay.times[replay.times.length - 1], event, id);
        List<CaseEvent> more = new ArrayList<>(events);
        more.add(event);
        return new Case(id, more, true);
    }

    static void requireNotBefore(Instant last, CaseEvent event, CaseId id) {
        if (event.occurredAt().isBefore(last)) {
            throw new IllegalArgumentException(
                    Replay.name(event) + " is before the last event of case " + id + " at " + last);
        }
    }

    /** Returns the id. */
    @JsonProperty("id")
    public CaseId id() {
        return id;
    }

    /** Returns whether events of one instant are in another order than that of {@linkplain Case the class}, since it was given. */
    @JsonProperty("sequence")
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public boolean sequence() {
        return replay.sequence;
    }

    /** Returns the events in order; unmodifiable. */
    @JsonProperty("events")
    public List<CaseEvent> events() {
        return events;
    }

    /** Returns the events up to an instant, those at it among them; unmodifiable. */
    public List<CaseEvent> events(Instant asOf) {
        return events.upTo(asOf);
    }

    /**
     * Returns the events up to an instant that changed something or were said, those at it among them; unmodifiable. Measures look at these.
     */
    public List<CaseEvent> effectiveEvents(Instant asOf) {
        return replay.effective.upTo(asOf);
    }

    /**
     * Returns the events up to an instant that changed nothing, since what they say was so already: they are kept, and are in no other
     * count.
     *
     * <ul>
     *   <li>Resumed while the case waits on us, or is done.
     *   <li>Resolved, closed or promised while it is done.
     *   <li>Waiting on whom it waits on already, which only renews {@code until}.
     *   <li>Reopened while it is open.
     * </ul>
     */
    public List<CaseEvent> withoutEffect(Instant asOf) {
        return replay.withoutEffect.upTo(asOf);
    }

    /**
     * Returns the effective events up to the one that ended the case at an instant, that one among them; unmodifiable. What follows at the
     * same instant came after it: hosts that keep whole seconds have much of that.
     *
     * @param ended the instant of a {@linkplain CaseEvent#endsCase resolution, closing or merge}; if there is none, all events up to it
     */
    public List<CaseEvent> eventsUntilEnd(Instant ended) {
        Events until = replay.effective.upTo(ended);
        int end = until.size();
        for (int i = end - 1; i >= 0 && until.get(i).occurredAt().equals(ended); i--) {
            end = CaseEvent.endsCase(until.get(i)) ? i + 1 : end;
        }
        return until.first(end);
    }

    /**
     * Returns the response or resolution intervals of the case, in order.
     *
     * @param asOf what happened later is not looked at; empty before the opening
     */
    public List<CaseInterval> intervals(CaseInterval.Kind kind, Instant asOf) {
        return Intervals.of(this, kind, asOf);
    }

    /** Returns the first event. */
    public WorkflowEvent.Opened opened() {
        return (WorkflowEvent.Opened) events.get(0);
    }

    /** Returns when it began. */
    public Instant openedAt() {
        return replay.times[0];
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
        int index = events.count(asOf) - 1;
        if (index < 0) {
            throw new IllegalArgumentException("case " + id + " was opened at " + openedAt() + ", after " + asOf);
        }
        return replay.waitingOn(index, asOf);
    }

    /**
     * Returns the segments up to an instant in which the case waited on one side, in order, without a gap, each with the event that began
     * it. Segments of no length are excluded. Their lengths add up to the age of the case.
     *
     * @param asOf the end of the last segment; empty before the opening
     */
    public List<CaseSegment> segments(Instant asOf) {
        return replay.timeline.segments(asOf);
    }

    /** Returns the time ranges up to an instant in which the case waited on the side. */
    public TimeRanges ranges(WaitingOn side, Instant asOf) {
        return ranges(Set.of(side), asOf);
    }

    /** Returns the time ranges up to an instant in which the case waited on one of these sides. */
    public TimeRanges ranges(Set<WaitingOn> sides, Instant asOf) {
        return replay.timeline.ranges(sides::contains, asOf);
    }

    /** Returns the business time between two instants in which the case waited on one of these sides. */
    public Duration elapsed(Set<WaitingOn> sides, Schedule hours, Instant from, Instant to) {
        return replay.timeline.elapsed(sides::contains, hours, from, to);
    }

    /** Returns the business time between two instants in which the case waited on a side that is counted. */
    public Duration elapsed(Predicate<WaitingOn> counted, Schedule hours, Instant from, Instant to) {
        return replay.timeline.elapsed(counted, hours, from, to);
    }

    /**
     * Returns the instants at which the case was resolved, in order: each resolution, and each closing without one before. None is the
     * closing of a case that was abandoned: nobody of ours, human or bot, had said a word to the customer, and nothing had been resolved.
     *
     * @param asOf what happened later is not looked at
     */
    public List<Instant> resolutions(Instant asOf) {
        List<Instant> resolutions = replay.resolutions;
        int end = resolutions.size();
        while (end > 0 && resolutions.get(end - 1).isAfter(asOf)) {
            end--;
        }
        return end == resolutions.size() ? resolutions : resolutions.subList(0, end);
    }

    /** Returns the case into which this one was merged; empty if it was not merged. A merged case is excluded from every count. */
    public Optional<CaseId> mergedInto() {
        return Optional.ofNullable(merged).map(WorkflowEvent.Merged::other);
    }

    /**
     * Returns the circles of cases that were merged into each other, each as the ids in the order of the merges, the lowest first: none of
     * them is left to count.
     *
     * @param cases all that are looked at; a case merged into one that is not among them is in no circle
     */
    public static List<List<CaseId>> mergeCycles(Iterable<Case> cases) {
        Map<CaseId, CaseId> into = new TreeMap<>();
        for (Case each : cases) {
            each.mergedInto().ifPresent(other -> into.put(each.id, other));
        }
        List<List<CaseId>> cycles = new ArrayList<>();
        Set<CaseId> seen = new HashSet<>();
        for (CaseId first : into.keySet()) {
            List<CaseId> way = new ArrayList<>();
            CaseId next = first;
            while (next != null && seen.add(next)) {
                way.add(next);
                next = into.get(next);
            }
            int from = way.indexOf(next);
            if (from >= 0) {
                List<CaseId> cycle = new ArrayList<>(way.subList(from, way.size()));
                Collections.rotate(cycle, -cycle.indexOf(Collections.min(cycle)));
                cycles.add(List.copyOf(cycle));
            }
        }
        return List.copyOf(cycles);
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

    /** The resolutions and closings that resolved the case, in order. */
    List<CaseEvent> resolving() {
        return replay.resolving;
    }

    private Object readResolve() {
        return new Case(id, events, true);
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
