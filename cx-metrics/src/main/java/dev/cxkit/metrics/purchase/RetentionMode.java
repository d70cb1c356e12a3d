package dev.cxkit.metrics.purchase;

/** Which activity counts as retained in an interval of {@index "cohort retention"}. */
public enum RetentionMode {

    /** Active in this interval; also called {@index "n-day retention"}. */
    BOUNDED,

    /** Active in this interval or in a later one that is seen; also called {@index "unbounded retention"}, or return on or after. */
    ROLLING,

    /** Active in each interval from interval 1 to this one. */
    UNINTERRUPTED;

    /**
     * Returns for each interval whether a member was retained in it.
     *
     * @param active whether the member was active in it, for the intervals 0 to the last
     * @param later whether the member was active after the last of these
     */
    boolean[] retained(boolean[] active, boolean later) {
        boolean[] retained = active.clone();
        if (this == ROLLING) {
            boolean after = later;
            for (int i = retained.length - 1; i > 0; i--) {
                after |= active[i];
                retained[i] = after;
            }
        } else if (this == UNINTERRUPTED) {
            for (int i = 1; i < retained.length; i++) {
                retained[i] &= i == 1 || retained[i - 1];
            }
        }
        return retained;
    }
}
