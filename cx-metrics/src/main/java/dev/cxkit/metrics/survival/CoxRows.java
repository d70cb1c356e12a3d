package dev.cxkit.metrics.survival;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateMetric;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.numeric.Check;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps the rows for a {@link Cox} fit, with the covariates in the order of their names. */
record CoxRows<T>(Fn<? super T, SurvivalTime> survivalTime, List<String> names, List<Fn<? super T, Double>> covariates)
        implements Serializable {

    static <T> CoxRows<T> of(
            Fn<? super T, SurvivalTime> survivalTime, Map<String, ? extends Fn<? super T, Double>> covariates) {
        requireNonNull(survivalTime, "survivalTime");
        Map<String, Fn<? super T, Double>> sorted = new TreeMap<>(covariates);
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("there is no covariate");
        }
        return new CoxRows<>(survivalTime, List.copyOf(sorted.keySet()), List.copyOf(sorted.values()));
    }

    Metric<T, CoxTable> metric() {
        return new StateMetric<T, State<T>, CoxTable>(
                Definition.of("cox", names), () -> new State<>(this), State::settled);
    }

    private static final class State<T> implements StateMetric.State<T, State<T>> {

        private final CoxRows<T> metric;
        private final CoxTable rows;

        State(CoxRows<T> metric) {
            this.metric = metric;
            rows = new CoxTable(metric.names.size());
        }

        @Override
        public void add(T observation) {
            SurvivalTime time = requireNonNull(metric.survivalTime.apply(observation), "survivalTime");
            double[] x = new double[metric.names.size()];
            for (int j = 0; j < x.length; j++) {
                String name = metric.names.get(j);
                x[j] = Check.finite(
                        name, requireNonNull(metric.covariates.get(j).apply(observation), name));
            }
            rows.add(time.time(), time.event(), time.entry(), time.frequency(), x);
        }

        CoxTable settled() {
            return rows.settle();
        }

        @Override
        public void merge(State<T> state) {
            rows.add(state.rows);
        }

        @Override
        public void write(StateOutput out) {
            rows.write(out);
        }

        @Override
        public void read(StateInput in) {
            rows.read(in);
        }
    }
}
