package dev.cxkit.core.time;

/** Open in given spans. */
record Fixed(Spans spans) implements Schedule {

    @Override
    public Spans open(Period range) {
        return spans.within(range);
    }

    @Override
    public String toString() {
        return spans.isEmpty() ? "never" : spans.toString();
    }
}
