package dev.cxkit.core.support;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes through the events of a case once: their order, what cannot follow, what changes nothing, and whom the case waits on after each. */
final class Replay {

    final Events events;

    /** The events that changed something or were said; the same as all of them in most cases. */
    final Events effective;

    final Events withoutEffect;

    /** When each event was: asking the events themselves is much slower, since they are of many classes. */
    final Instant[] times;

    final CaseTimeline timeline;
    final List<Instant> resolutions;

    /** The resolutions and closings that resolved the case. */
    final List<CaseEvent> resolving = new ArrayList<>(1);

    /** Whether events of one instant are in another order than that of {@link EventOrder}. */
    boolean sequence;

    private final CaseId id;
    private final CaseEvent[] all;

    /** Whom the case waits on after each event. */
    private final WaitingOn[] waitingOn;

    Replay(CaseId id, List<? extends CaseEvent> given, boolean inSequence) {
        this.id = id;
        all = given.toArray(CaseEvent[]::new);
        for (CaseEvent event : all) {
            requireNonNull(event, "event");
        }
        Arrays.sort(all, Comparator.comparing(CaseEvent::occurredAt));
        times = Arrays.stream(all).map(CaseEvent::occurredAt).toArray(Instant[]::new);
        waitingOn = new WaitingOn[all.length];
        BitSet idle = play(inSequence);
        events = new Events(all, times, all.length);
        withoutEffect = idle.isEmpty() ? Events.NONE : part(idle);
        idle.flip(0, all.length);
        effective = withoutEffect.isEmpty() ? events : part(idle);
        resolutions = resolving.stream().map(CaseEvent::occurredAt).toList();
        timeline = timeline();
    }

    private Events part(BitSet places) {
        return new Events(
                places.stream().mapToObj(i -> all[i]).toArray(CaseEvent[]::new),
                places.stream().mapToObj(i -> times[i]).toArray(Instant[]::new),
                places.cardinality());
    }

    /** Returns the places of the events that change nothing. */
    private BitSet play(boolean inSequence) {
        BitSet idle = new BitSet();
        boolean answered = false;
        boolean merged = false;
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || !times[i].equals(times[i - 1])) {
                order(i, inSequence);
            }
            CaseEvent event = all[i];
            if (i == 0) {
                requireOpening(event);
                waitingOn[i] = WaitingOn.US;
                answered = event.by().kind() == Actor.Kind.AGENT;
                continue;
            }
            WaitingOn before = waitingOn(i - 1, times[i]);
            WaitingOn side = before == WaitingOn.DONE && isReopenedWith(i) ? WaitingOn.US : before;
            Optional<String> fault = AllowedEvents.fault(id, event, side, merged);
            if (fault.isPresent()) {
                throw new IllegalArgumentException(name(event) + " of case " + id + " " + fault.get());
            }
            if (AllowedEvents.isWithoutEffect(event, side)) {
                idle.set(i);
                waitingOn[i] = before;
                continue;
            }
            waitingOn[i] = AllowedEvents.next(event, before);
            merged |= event instanceof WorkflowEvent.Merged;
            answered |= event instanceof WorkflowEvent.Resolved
                    || (event instanceof ConversationEvent.Message message && message.reachesCustomer());
            boolean closed = event instanceof WorkflowEvent.Closed && answered;
            if (closed || event instanceof WorkflowEvent.Resolved) {
                resolving.add(event);
            }
        }
        requireOpening(all.length == 0 ? null : all[0]);
        return idle;
    }

    private void requireOpening(@Nullable CaseEvent first) {
        if (!(first instanceof WorkflowEvent.Opened)) {
            throw new IllegalArgumentException("case " + id + " does not begin with an opening"
                    + (first == null ? "" : " but with " + name(first)));
        }
    }

    /** Puts the events of the instant that begins at this place in order, or sees whether the order given is another one. */
    private void order(int from, boolean inSequence) {
        int to = from + 1;
        while (to < all.length && times[to].equals(times[from])) {
            to++;
        }
        if (to == from + 1) {
            return;
        }
        // A wait that ends by itself at the very instant stood until then.
        WaitingOn stood = from == 0 ? WaitingOn.US : waitingOn(from - 1, times[from].minusNanos(1));
        Comparator<CaseEvent> order = EventOrder.at(stood);
        if (!inSequence) {
            Arrays.sort(all, from, to, order);
        }
        for (int i = from + 1; i < to && inSequence && !sequence; i++) {
            sequence = order.compare(all[i - 1], all[i]) > 0;
        }
    }

    /** Whether a promise or an escalation, which come before it, are of the instant of a reopening. */
    private boolean isReopenedWith(int index) {
        if (all[index] instanceof ConversationEvent.Promise || all[index] instanceof WorkflowEvent.Escalated) {
            for (int i = index + 1; i < all.length && times[i].equals(times[index]); i++) {
                if (all[i] instanceof WorkflowEvent.Reopened) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whom it waits on at an instant, if the event at {@code index} is the last before it: a wait that has a time ends by itself. */
    WaitingOn waitingOn(int index, Instant at) {
        Instant until = waitsUntil(index);
        return until != null && !at.isBefore(until) ? WaitingOn.US : waitingOn[index];
    }

    /** When the wait that is on after the event ends by itself; null if there is none, or it has no time. */
    private @Nullable Instant waitsUntil(int index) {
        if (waitingOn[index] == WaitingOn.US || waitingOn[index] == WaitingOn.DONE) {
            return null;
        }
        return ((WorkflowEvent.Waiting) all[waiting(index)]).until();
    }

    /** The place of the event that began the wait that is on after this one, or renewed it last. */
    private int waiting(int index) {
        int i = index;
        while (!(all[i] instanceof WorkflowEvent.Waiting)) {
            i--;
        }
        return i;
    }

    static String name(CaseEvent event) {
        return event.type() + " at " + event.occurredAt();
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
            Instant until = waitsUntil(i);
            if (until != null && until.isBefore(to)) {
                back = until.isAfter(times[i]) ? until : times[i];
            }
            // First the side after the event, then ours if a wait ends by itself; each may be of no length.
            if (waitingOn[i] != side && times[i].isBefore(back)) {
                side = waitingOn[i];
                found.add(new CaseTimeline.Change(side, times[i], all[change]));
            }
            if (side != WaitingOn.US && back.isBefore(to)) {
                side = WaitingOn.US;
                found.add(new CaseTimeline.Change(side, back, all[waiting(i)]));
            }
        }
        return new CaseTimeline(found);
    }

    /** Whether a wait ended by itself before this event. */
    private boolean backBefore(int index) {
        return waitingOn(index - 1, times[index]) != waitingOn[index - 1];
    }
}
