package dev.cxkit.metrics.survival;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.numeric.Check;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps the rows for a {@link Cox} fit, with the covariates in the order of their names. */
record CoxRows<T>(Fn<? super T, SurvivalTime> survivalTime, List<String> names, List<Fn<? super T, Double>> covariates)
        implements Metric<T, CoxTable> {

    static <T> CoxRows<T> of(
            Fn<? super T, SurvivalTime> survivalTime, Map<String, ? extends Fn<? super T, Double>> covariates) {
        requireNonNull(survivalTime, "survivalTime");
        Map<String, Fn<? super T, Double>> sorted = new TreeMap<>(covariates);
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("there is no covariate");
        }
        return new CoxRows<>(survivalTime, List.copyOf(sorted.keySet()), List.copyOf(sorted.values()));
    }

    @Override
    public String definition() {
        return Definition.of("cox", names);
    }

    @Override
    public Accumulator<T, CoxTable> start() {
        return new State<>(this);
    }

    private static final class State<T> extends Accumulator<T, CoxTable> {

        private final CoxRows<T> metric;
        private final CoxTable rows;

        State(CoxRows<T> metric) {
            super(metric);
            this.metric = metric;
            rows = new CoxTable(metric.names.size());
        }

        @Override
        public void add(T observation) {
            SurvivalTime time = requireNonNull(metric.survivalTime.apply(observation), "survivalTime");
            double[] x = new double[metric.names.size()];
            for (int j = 0; j < x.length; j++) {
                String name = metric.names.get(j);
                x[j] = Check.finite(name, requireNonNull(metric.covariates.get(j).apply(observation), name));
            }
            rows.add(time.time(), time.event(), time.entry(), time.frequency(), x);
        }

        @Override
        public CoxTable result() {
            return rows.settle();
        }

        @Override
        protected void absorb(Accumulator<T, CoxTable> other) {
            rows.add(((State<T>) other).rows);
        }

        @Override
        protected void write(StateOutput out) {
            rows.write(out);
        }

        @Override
        protected void read(StateInput in) {
            rows.read(in);
        }
    }
}
