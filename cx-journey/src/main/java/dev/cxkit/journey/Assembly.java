package dev.cxkit.journey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.touchpoint.Touchpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Touchpoints on their way to be journeys. They come in any order, and late ones at any time: journeys can be asked for whenever they
 * are wanted, and adding may go on.
 *
 * <p>A reader that wants to count what is refused puts an {@link dev.cxkit.core.intake.Intake} before it. Memory: 24 bytes a touchpoint
 * beside the touchpoints themselves, and as many again while journeys are made. Belongs to one thread.
 */
public final class Assembly {

    private static final int LEAST = 1024;

    /**
     * So many touchpoints are looked at together. They lie all over the heap: when what they refer to is fetched for all of them before
     * the next thing is, the waits for memory overlap.
     */
    private static final int BLOCK = 256;

    private final JourneyAssembler assembler;
    private final Labels keys = new Labels();
    private final Labels labels = new Labels();
    private int size;
    private int[] owners = new int[LEAST];

    /** For each touchpoint its nanoseconds, then the number of its step above the hash of its id. */
    private long[] rows = new long[2 * LEAST];

    private Touchpoint[] touchpoints = new Touchpoint[LEAST];
    private long duplicates;

    private final Touchpoint[] block = new Touchpoint[BLOCK];
    private final String[] blockKeys = new String[BLOCK];
    private final int[] blockHashes = new int[BLOCK];

    Assembly(JourneyAssembler assembler) {
        this.assembler = assembler;
    }

    /**
     * Adds a touchpoint.
     *
     * @throws IllegalArgumentException if its key or its step is blank or it occurred outside 1677..2262; nothing is added
     */
    public void add(Touchpoint touchpoint) {
        block[0] = requireNonNull(touchpoint, "touchpoint");
        addBlock(1);
    }

    /**
     * Adds touchpoints; faster than one by one.
     *
     * @throws IllegalArgumentException if one has a blank key or step or occurred outside 1677..2262; those before it are added, it and
     *     those after it are not
     */
    public void addAll(Iterable<? extends Touchpoint> added) {
        if (added instanceof Collection<?> all) {
            room(all.size());
        }
        int filled = 0;
        for (Touchpoint touchpoint : added) {
            block[filled++] = requireNonNull(touchpoint, "touchpoint");
            if (filled == BLOCK) {
                addBlock(filled);
                filled = 0;
            }
        }
        addBlock(filled);
    }

    private void addBlock(int count) {
        for (int i = 0; i < count; i++) {
            blockKeys[i] = requireNonNull(assembler.key.apply(block[i]), "key");
        }
        for (int i = 0; i < count; i++) {
            blockHashes[i] = Labels.hash(blockKeys[i]);
        }
        keys.touch(blockHashes, count);
        room(count);
        for (int i = 0; i < count; i++) {
            Touchpoint touchpoint = block[i];
            String step = checked(touchpoint, assembler.step.apply(touchpoint));
            long at = Nanos.of("occurredAt", touchpoint.occurredAt());
            int hash = touchpoint.id().hashCode();
            int owner = keys.code(blockKeys[i], blockHashes[i]);
            if (owner < 0) {
                if (blockKeys[i].isBlank()) {
                    throw new IllegalArgumentException("key of touchpoint " + touchpoint.id() + " is blank");
                }
                owner = keys.intern(blockKeys[i]);
            }
            owners[size] = owner;
            rows[2 * size] = at;
            rows[2 * size + 1] = ((long) labels.intern(step) << 32) | (hash & 0xFFFFFFFFL);
            touchpoints[size++] = touchpoint;
        }
    }

    private void room(int more) {
        if (more > touchpoints.length - size) {
            int length = size + Math.max(more, size >> 1);
            owners = Arrays.copyOf(owners, length);
            rows = Arrays.copyOf(rows, Math.multiplyExact(2, length));
            touchpoints = Arrays.copyOf(touchpoints, length);
        }
    }

    static String checked(Touchpoint touchpoint, String step) {
        if (requireNonNull(step, "step").isBlank()) {
            throw new IllegalArgumentException("step of touchpoint " + touchpoint.id() + " is blank");
        }
        return step;
    }

    /** Returns how many touchpoints were added, with those that came twice. */
    public long added() {
        return size;
    }

    /** Returns how many touchpoints came twice and were left out of the journeys that were asked for last. */
    public long duplicates() {
        return duplicates;
    }

    /**
     * Returns the journeys of all that was added, as of the newest touchpoint: one that has waited longer than the limit by then has
     * ended by inactivity. In the order in which their keys came first, and of one key in order of time.
     */
    public List<Journey> journeys() {
        long newest = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            newest = Math.max(newest, rows[2 * i]);
        }
        return journeys(newest);
    }

    /**
     * Returns the journeys of all that was added.
     *
     * @param asOf from when they are looked at, which decides what has ended by inactivity; it leaves no touchpoint out
     * @throws IllegalArgumentException if {@code asOf} is outside 1677..2262
     */
    public List<Journey> journeys(Instant asOf) {
        return journeys(Nanos.of("asOf", asOf));
    }

    private List<Journey> journeys(long asOf) {
        int[] starts = ends();
        int[] order = new int[size];
        for (int i = size - 1; i >= 0; i--) {
            order[--starts[owners[i]]] = i;
        }
        // Now each key has its touchpoints in the order in which they came, and its start is known.
        Track track = new Track(new Touchpoint[size], new long[size], new int[size], labels.copy());
        List<Journey> journeys = new ArrayList<>(keys.size());
        Stretch stretch = new Stretch(assembler.source, touchpoints, rows);
        Laps laps = new Laps(assembler, track, asOf, journeys);
        int kept = 0;
        for (int key = 0; key < keys.size(); key++) {
            int to = key + 1 < keys.size() ? starts[key + 1] : size;
            int end = stretch.settle(order, starts[key], to, track, kept);
            laps.cut(keys.label(key), kept, end);
            kept = end;
        }
        duplicates = (long) size - kept;
        return List.copyOf(journeys);
    }

    /** Where the touchpoints of each key end when they lie key by key. */
    private int[] ends() {
        int[] ends = new int[keys.size()];
        for (int i = 0; i < size; i++) {
            ends[owners[i]]++;
        }
        for (int key = 1; key < ends.length; key++) {
            ends[key] += ends[key - 1];
        }
        return ends;
    }
}
