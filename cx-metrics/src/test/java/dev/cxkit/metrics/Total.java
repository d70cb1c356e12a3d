package dev.cxkit.metrics;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import java.util.Map;

/** The smallest metric: how many, and their sum. It stands for any metric in the tests of the fold. */
record Total(String name) implements Metric<Integer, Total.Sum> {

    record Sum(long n, long sum) implements Result {
        @Override
        public Map<String, Object> document() {
            return Document.start().with("n", n).with("sum", sum).map();
        }
    }

    static Total of() {
        return new Total("total");
    }

    @Override
    public String definition() {
        return Definition.of("total", name);
    }

    @Override
    public Accumulator<Integer, Sum> start() {
        return new State(this);
    }

    private static final class State extends Accumulator<Integer, Sum> {

        private long n;
        private long sum;

        State(Total metric) {
            super(metric);
        }

        @Override
        public void add(Integer observation) {
            sum = Math.addExact(sum, observation);
            n++;
        }

        @Override
        public Sum result() {
            return new Sum(n, sum);
        }

        @Override
        protected void absorb(Accumulator<Integer, Sum> other) {
            State that = (State) other;
            n = Math.addExact(n, that.n);
            sum = Math.addExact(sum, that.sum);
        }

        @Override
        protected void write(StateOutput out) {
            out.count(n);
            out.integer(sum);
        }

        @Override
        protected void read(StateInput in) {
            n = in.count();
            sum = in.integer();
        }
    }
}
