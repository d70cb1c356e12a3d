package dev.cxkit.journey;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.touchpoint.Touchpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * An assembly of journeys in progress. Touchpoints are added in any order, and late ones at any time: journeys can be asked for whenever they
 * are wanted, and adding may go on.
 *
 * <p>A reader that wants to count what is rejected puts an {@link dev.cxkit.core.intake.Intake} before it. Memory: 24 bytes a touchpoint
 * beside the touchpoints themselves, 16 for its place in the journeys, and 28 more while journeys are made. Belongs to one thread.
 */
public final class JourneyAssembly {

    /**
     * So many touchpoints are looked at together. They lie all over the heap: when what they refer to is fetched for all of them before
     * the next thing is, the waits for memory overlap.
     */
    private static final int BLOCK = 256;

    private final JourneyAssembler assembler;
    private final RowReader reader;
    private final ActivityIndex keys = new ActivityIndex();
    private final ActivityIndex activities = new ActivityIndex();
    private Arrivals arrivals = new Arrivals();

    private final Object[] block = new Object[BLOCK];
    private final String[] blockKeys = new String[BLOCK];
    private final int[] blockHashes = new int[BLOCK];

    JourneyAssembly(JourneyAssembler assembler, RowReader reader) {
        this.assembler = assembler;
        this.reader = reader;
    }

    /**
     * Adds a touchpoint.
     *
     * @throws IllegalArgumentException if its key or its activity is blank or it occurred outside 1677..2262; nothing is added
     */
    public void add(Touchpoint touchpoint) {
        block[0] = requireNonNull(touchpoint, "touchpoint");
        addBlock(1);
    }

    /**
     * Adds touchpoints; faster than one by one.
     *
     * @throws IllegalArgumentException if one has a blank key or activity or occurred outside 1677..2262; those before it are added, it and
     *     those after it are not
     */
    public void addAll(Iterable<? extends Touchpoint> added) {
        addRows(added);
    }

    /** Adds what the reader reads. */
    void addRows(Iterable<?> added) {
        if (added instanceof Collection<?> all) {
            arrivals.room(all.size());
        }
        int filled = 0;
        for (Object row : added) {
            block[filled++] = requireNonNull(row, "touchpoint");
            if (filled == BLOCK) {
                addBlock(filled);
                filled = 0;
            }
        }
        addBlock(filled);
    }

    private void addBlock(int count) {
        for (int i = 0; i < count; i++) {
            blockKeys[i] = requireNonNull(assembler.key(block[i], reader), "key");
        }
        for (int i = 0; i < count; i++) {
            blockHashes[i] = ActivityIndex.hash(blockKeys[i]);
        }
        keys.touch(blockHashes, count);
        arrivals.room(count);
        for (int i = 0; i < count; i++) {
            Object row = block[i];
            String activity = assembler.activity(row, reader);
            long at = EpochNanos.of("occurredAt", reader.occurredAt(row));
            int hash = reader.hash(row);
            int owner = keys.code(blockKeys[i], blockHashes[i]);
            if (owner < 0) {
                if (blockKeys[i].isBlank()) {
                    throw new IllegalArgumentException(
                            "key of touchpoint " + reader.touchpoint(row).id() + " is blank");
                }
                owner = keys.intern(blockKeys[i]);
            }
            arrivals.add(owner, at, ((long) activities.intern(activity) << 32) | (hash & 0xFFFFFFFFL), row);
        }
    }

    static String checkedActivity(Touchpoint touchpoint, String activity) {
        if (requireNonNull(activity, "activity").isBlank()) {
            throw new IllegalArgumentException("activity of touchpoint " + touchpoint.id() + " is blank");
        }
        return activity;
    }

    /** Returns how many touchpoints were added, those that were sent twice among them. */
    public long added() {
        return arrivals.size();
    }

    /**
     * Returns the journeys of all that was added, as of the newest touchpoint: one that has been inactive for longer than the limit by then has
     * ended by inactivity.
     */
    public Journeys journeys() {
        return journeys(newest(), false);
    }

    /** Returns the {@link #journeys()} and forgets what was added, which takes less memory. */
    Journeys close() {
        return journeys(newest(), true);
    }

    private long newest() {
        long newest = Long.MIN_VALUE;
        for (int i = 0; i < arrivals.size(); i++) {
            newest = Math.max(newest, arrivals.nanos(i));
        }
        return newest;
    }

    /**
     * Returns the journeys of all that was added.
     *
     * @param asOf from when they are looked at, which decides what has ended by inactivity; it excludes no touchpoint
     * @throws IllegalArgumentException if {@code asOf} is outside 1677..2262
     */
    public Journeys journeys(Instant asOf) {
        return journeys(EpochNanos.of("asOf", asOf), false);
    }

    private Journeys journeys(long asOf, boolean last) {
        int size = arrivals.size();
        int[] starts = arrivals.ends(keys.size());
        Arrivals near = arrivals.neighbours(starts);
        if (last) {
            arrivals = new Arrivals();
        }
        int[] order = new int[size];
        for (int i = size - 1; i >= 0; i--) {
            order[--starts[near.owner(i)]] = i;
        }
        // Now each key has its touchpoints in the order in which they came, and its start is known.
        Track track =
                new Track(new Object[size], reader, new long[size], new int[size], activities.copy(), assembler.order);
        List<Journey> journeys = new ArrayList<>(keys.size());
        TouchpointSorter sorter = new TouchpointSorter(assembler.order, near, reader);
        JourneySplitter splitter = new JourneySplitter(assembler.ends, track, asOf, journeys);
        int kept = 0;
        int loaded = 0;
        int base = 0;
        for (int key = 0; key < starts.length - 1; key++) {
            if (key == loaded) {
                base = starts[key];
                while (loaded < starts.length - 1 && starts[loaded] - base < BLOCK) {
                    loaded++;
                }
                sorter.load(order, base, starts[loaded]);
            }
            int end = sorter.settle(starts[key] - base, starts[key + 1] - base, track, kept);
            splitter.split(keys.name(key), kept, end);
            kept = end;
        }
        return new Journeys(journeys, sorter.duplicates, sorter.revised);
    }
}
