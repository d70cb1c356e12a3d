package dev.cxkit.journey.conformance;

import dev.cxkit.journey.map.Loop;
import dev.cxkit.journey.map.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the cheapest way to read a journey as a run of a map: every touchpoint that the run does not explain costs 1, and so does every
 * activity of the run that is missing (the alignment of Adriansyah, van Dongen and van der Aalst, 2011, under the standard costs).
 *
 * <p>The shortest path through (touchpoints read, place in the flow) is found one touchpoint after the other. Only each so-many-th row of it is
 * kept; for the way back those between are worked out again, so memory grows with the square root of the length.
 */
final class Aligner {

    private static final int FAR = Integer.MAX_VALUE / 2;

    private final List<String> placeActivities;
    private final int[][] before;
    private final boolean[] last;
    private final Map<String, int[]> places = new HashMap<>();
    private final int[] start;
    private final int shortest;

    Aligner(List<Stage> stages, List<Loop> loops) {
        MapAutomaton automaton = new MapAutomaton(stages, loops);
        placeActivities = automaton.activities;
        before = automaton.before();
        last = automaton.last();
        for (int place = 1; place < before.length; place++) {
            int[] one = {place};
            places.merge(placeActivities.get(place), one, Aligner::joined);
        }
        start = new int[before.length];
        Arrays.fill(start, FAR);
        start[0] = 0;
        skipAhead(start);
        shortest = start[cheapest(start, false)];
    }

    private static int[] joined(int[] some, int[] more) {
        int[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    /**
     * Returns the cheapest alignment.
     *
     * @param isPrefix whether the journey goes on, so that what would still follow is not missing
     */
    Alignment align(List<String> activities, boolean isPrefix) {
        int size = activities.size();
        int block = Math.max(1, (int) Math.sqrt(size));
        int[][] kept = new int[size / block + 1][];
        int[] row = start;
        for (int i = 0; i < size; i++) {
            if (i % block == 0) {
                kept[i / block] = row;
            }
            row = next(row, activities.get(i));
        }
        if (size % block == 0) {
            kept[size / block] = row;
        }
        Backtrace backtrace = new Backtrace(activities, cheapest(row, isPrefix));
        for (int i = size / block; i >= 0; i--) {
            backtrace.back(i * block, kept[i]);
        }
        return backtrace.alignment(size + (isPrefix ? 0 : shortest));
    }

    private int[] next(int[] row, String activity) {
        int[] next = new int[row.length];
        for (int place = 0; place < next.length; place++) {
            next[place] = row[place] + 1;
        }
        int[] explained = places.get(activity);
        if (explained != null) {
            for (int place : explained) {
                for (int earlier : before[place]) {
                    next[place] = Math.min(next[place], row[earlier]);
                }
            }
        }
        skipAhead(next);
        return next;
    }

    /** Skips places for 1 each. Places are numbered along the flow, so only a loop makes another round. */
    private void skipAhead(int[] row) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int place = 1; place < row.length; place++) {
                for (int earlier : before[place]) {
                    if (row[earlier] + 1 < row[place]) {
                        row[place] = row[earlier] + 1;
                        changed = true;
                    }
                }
            }
        }
    }

    private int cheapest(int[] row, boolean anywhere) {
        int best = -1;
        for (int place = 0; place < row.length; place++) {
            if ((anywhere || last[place]) && (best < 0 || row[place] < row[best])) {
                best = place;
            }
        }
        return best;
    }

    /** The way back from the end to the start, which prefers to explain a touchpoint to leaving it out, and that to skipping an activity. */
    private final class Backtrace {

        private final List<String> activities;
        private final List<String> skipped = new ArrayList<>();
        private final List<String> extra = new ArrayList<>();
        private int at;
        private int place;

        Backtrace(List<String> activities, int place) {
            this.activities = activities;
            this.at = activities.size();
            this.place = place;
        }

        /** Goes back to the touchpoint with the number {@code from}, whose row this is. */
        void back(int from, int[] first) {
            int[][] rows = new int[at - from + 1][];
            rows[0] = first;
            for (int i = 1; i < rows.length; i++) {
                rows[i] = next(rows[i - 1], activities.get(from + i - 1));
            }
            while (at > from || (from == 0 && place > 0)) {
                int[] row = rows[at - from];
                int explaining = at > from ? explaining(rows[at - from - 1], row[place]) : -1;
                if (explaining >= 0) {
                    at--;
                    place = explaining;
                } else if (at > from && rows[at - from - 1][place] + 1 == row[place]) {
                    at--;
                    extra.add(activities.get(at));
                } else {
                    skipped.add(placeActivities.get(place));
                    place = skippedFrom(row);
                }
            }
        }

        private int explaining(int[] earlierRow, int cost) {
            if (place > 0 && placeActivities.get(place).equals(activities.get(at - 1))) {
                for (int earlier : before[place]) {
                    if (earlierRow[earlier] == cost) {
                        return earlier;
                    }
                }
            }
            return -1;
        }

        private int skippedFrom(int[] row) {
            for (int earlier : before[place]) {
                if (row[earlier] + 1 == row[place]) {
                    return earlier;
                }
            }
            throw new IllegalStateException("place " + place + " of the flow cannot be reached");
        }

        /** What is missing in one place and too much in another is out of order. */
        Alignment alignment(int worst) {
            Map<String, Integer> missing = new HashMap<>();
            skipped.forEach(activity -> missing.merge(activity, 1, Integer::sum));
            List<String> outOfOrder = new ArrayList<>();
            List<String> over = new ArrayList<>();
            for (int i = extra.size() - 1; i >= 0; i--) {
                String activity = extra.get(i);
                int left = missing.getOrDefault(activity, 0);
                if (left > 0) {
                    missing.put(activity, left - 1);
                    outOfOrder.add(activity);
                } else {
                    over.add(activity);
                }
            }
            List<String> gone = new ArrayList<>();
            for (int i = skipped.size() - 1; i >= 0; i--) {
                String activity = skipped.get(i);
                int left = missing.getOrDefault(activity, 0);
                if (left > 0) {
                    missing.put(activity, left - 1);
                    gone.add(activity);
                }
            }
            return new Alignment(worst, gone, over, outOfOrder);
        }
    }
}
