package dev.cxkit.metrics.purchase;

/** What counts as having been kept in an interval. */
public enum RetentionMode {

    /** Active in this interval; also called n-day retention. */
    BOUNDED,

    /** Active in this interval or a later one that is seen; also called unbounded, or return on or after. */
    ROLLING,

    /** Active in each interval from the first to this one. */
    UNINTERRUPTED;

    /**
     * Says for each interval whether one was kept.
     *
     * @param active whether one was active in it, for the intervals 0 to the last; that later ones may follow is in {@code later}
     * @param later whether one was active after the last of these
     */
    boolean[] retained(boolean[] active, boolean later) {
        boolean[] kept = active.clone();
        if (this == ROLLING) {
            boolean after = later;
            for (int i = kept.length - 1; i > 0; i--) {
                after |= active[i];
                kept[i] = after;
            }
        } else if (this == UNINTERRUPTED) {
            for (int i = 1; i < kept.length; i++) {
                kept[i] &= i == 1 || kept[i - 1];
            }
        }
        return kept;
    }
}
