package dev.cxkit.metrics.service;

import dev.cxkit.core.result.Document;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateMetric;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.stats.Proportion;
import java.util.Map;
import java.util.TreeMap;

/** Counts outcomes: those that are yes and no, and the excluded ones by reason. */
final class OutcomeCounts implements StateMetric.State<Outcome, OutcomeCounts> {

    private long yes;
    private long no;
    private long overdue;
    private final Map<String, Long> excluded = new TreeMap<>();

    /** What was counted. */
    record Result(Proportion proportion, long overdue, Map<String, Long> excluded)
            implements dev.cxkit.core.result.Result {
        /** Returns the share, the overdue and the excluded. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("proportion", proportion)
                    .with("overdue", overdue)
                    .with("excluded", excluded)
                    .map();
        }
    }

    static Metric<Outcome, Result> metric() {
        return new StateMetric<>("outcomes", OutcomeCounts::new, OutcomeCounts::result);
    }

    @Override
    public void add(Outcome outcome) {
        switch (outcome.kind()) {
            case YES -> yes++;
            case NO -> no++;
            case OVERDUE -> {
                no++;
                overdue++;
            }
            case EXCLUDED -> excluded.merge(outcome.reason(), 1L, Long::sum);
        }
    }

    private Result result() {
        return new Result(Proportion.of(yes, yes + no), overdue, excluded);
    }

    @Override
    public void merge(OutcomeCounts that) {
        Check.sum("n", Math.addExact(yes, no), Math.addExact(that.yes, that.no));
        that.excluded.forEach((reason, count) -> excluded.merge(reason, count, Math::addExact));
        yes += that.yes;
        no += that.no;
        overdue += that.overdue;
    }

    @Override
    public void write(StateOutput out) {
        out.count(yes);
        out.count(no);
        out.count(overdue);
        out.count(excluded.size());
        excluded.forEach((reason, count) -> {
            out.text(reason);
            out.count(count);
        });
    }

    @Override
    public void read(StateInput in) {
        yes = in.count();
        no = in.count();
        overdue = in.count();
        in.check(overdue <= no, "more are overdue than are not in time");
        long all = Math.addExact(yes, no);
        int size = in.size(2);
        String reason = null;
        for (int i = 0; i < size; i++) {
            reason = in.rising(reason, in.text());
            long count = in.positive();
            all = Math.addExact(all, count);
            excluded.put(reason, count);
        }
    }
}
