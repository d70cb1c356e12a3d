package dev.cxkit.core.time;

/** Open at every instant. An enum, so that it stays one object when it travels. */
enum Always implements Schedule {
    OPEN;

    @Override
    public Spans open(Period range) {
        return Spans.of(range);
    }

    @Override
    public String toString() {
        return "always";
    }
}
