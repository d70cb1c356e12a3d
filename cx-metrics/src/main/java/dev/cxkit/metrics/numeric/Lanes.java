package dev.cxkit.metrics.numeric;

/**
 * Goes through a long array at four places at once, a quarter of its length apart: from memory four streams come faster than one. Only for
 * what does not depend on the order.
 */
public final class Lanes {

    /** How many places. */
    public static final int COUNT = 4;

    /** So many of each lane are taken by one call: what is called often is translated as a whole. */
    public static final int BLOCK = 512;

    private Lanes() {}

    /** What is done with a block: the indexes from one to another, and those one, two and three lanes behind each. */
    public interface Block {
        void take(int from, int to, int lane);
    }

    /** Hands out the range of an array but for at most three indexes at its end; returns the first of those. */
    public static int each(int from, int to, Block block) {
        int lane = (to - from) / COUNT;
        int end = from + lane;
        int next = from;
        while (next < end) {
            int stop = next + Math.min(end - next, BLOCK);
            block.take(next, stop, lane);
            next = stop;
        }
        return from + COUNT * lane;
    }
}
