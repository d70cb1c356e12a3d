package dev.cxkit.core.time;

/** Open in given time ranges. */
record FixedSchedule(TimeRanges ranges) implements Schedule {

    @Override
    public TimeRanges open(TimeRange range) {
        return ranges.within(range);
    }

    @Override
    public String toString() {
        return ranges.isEmpty() ? "never" : ranges.toString();
    }
}
