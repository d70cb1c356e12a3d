package dev.cxkit.journey.analysis;

import dev.cxkit.core.touchpoint.Touchpoint;
import dev.cxkit.journey.Journey;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts steps that are done again. */
record ReworkMetric(String agents, Fn<? super Touchpoint, ? extends Optional<String>> agent)
        implements Metric<Journey, Rework> {

    @Override
    public String definition() {
        return "rework(" + agents + ")";
    }

    @Override
    public Accumulator<Journey, Rework> start() {
        return new State(this);
    }

    /** Who did a step several times, from the first time on. */
    private static final class Group {

        private @Nullable String known;
        private boolean isUnknown;
        private boolean differs;

        /** How often, and in how many stretches. */
        private int size;

        private int runs;

        /** The serial number of the journey that this is about. */
        private long serial;

        void start(@Nullable String agent) {
            known = agent;
            isUnknown = agent == null;
            differs = false;
            size = 1;
            runs = 1;
        }

        void join(@Nullable String agent) {
            size++;
            if (agent == null) {
                isUnknown = true;
            } else if (known == null) {
                known = agent;
            } else {
                differs |= !known.equals(agent);
            }
        }

        int kind() {
            return differs ? REDO : isUnknown ? UNKNOWN : REPEAT;
        }
    }

    private static final int REPEAT = 0;
    private static final int UNKNOWN = 1;
    private static final int REDO = 2;
    private static final int KINDS = 3;

    private static final int PAIRS = 0;
    private static final int RUNS = PAIRS + KINDS;
    private static final int REPETITIONS = RUNS + KINDS;
    private static final int ACTIVITIES = REPETITIONS + KINDS;
    private static final int REWORKED = ACTIVITIES + KINDS;
    private static final int JOURNEYS = REWORKED + KINDS;

    private static final class State extends Accumulator<Journey, Rework> {

        private final Fn<? super Touchpoint, ? extends Optional<String>> agent;
        private final StepCounts counts = new StepCounts(JOURNEYS + 1);

        /** The journeys by how they are reworked, and those that are not. */
        private final long[] journeys = new long[KINDS + 1];

        private final Group run = new Group();
        private @Nullable Group[] ofSteps = {};
        private @Nullable String[] lastAgents = {};
        private int[] touched = {};
        private long serial;

        State(ReworkMetric metric) {
            super(metric);
            this.agent = metric.agent;
        }

        @Override
        public void add(Journey journey) {
            int[] table = counts.lexicon.table(journey.labels());
            if (counts.lexicon.size() > touched.length) {
                int size = 2 * counts.lexicon.size();
                ofSteps = Arrays.copyOf(ofSteps, size);
                lastAgents = Arrays.copyOf(lastAgents, size);
                touched = new int[size];
            }
            serial++;
            int different = 0;
            int before = -1;
            for (int i = 0; i < journey.size(); i++) {
                int step = table[journey.code(i)];
                String by = agent.apply(journey.touchpoint(i)).orElse(null);
                Group group = ofStep(step);
                if (group.serial != serial) {
                    group.serial = serial;
                    group.start(by);
                    touched[different++] = step;
                } else {
                    group.join(by);
                    boolean follows = step == before;
                    group.runs += follows ? 0 : 1;
                    counts.add(step, (follows ? PAIRS : REPETITIONS) + kind(lastAgents[step], by), 1);
                }
                if (step == before) {
                    run.join(by);
                } else {
                    endRun(before);
                    run.start(by);
                }
                lastAgents[step] = by;
                before = step;
            }
            endRun(before);
            endJourney(different);
        }

        private Group ofStep(int step) {
            Group group = ofSteps[step];
            if (group == null) {
                group = new Group();
                ofSteps[step] = group;
            }
            return group;
        }

        private static int kind(@Nullable String one, @Nullable String other) {
            return one == null || other == null ? UNKNOWN : one.equals(other) ? REPEAT : REDO;
        }

        private void endRun(int step) {
            if (step >= 0 && run.size > 1) {
                counts.add(step, RUNS + run.kind(), 1);
            }
        }

        private void endJourney(int different) {
            int most = -1;
            for (int i = 0; i < different; i++) {
                Group group = ofStep(touched[i]);
                counts.add(touched[i], JOURNEYS, 1);
                if (group.runs > 1) {
                    counts.add(touched[i], ACTIVITIES + group.kind(), 1);
                }
                if (group.size > 1) {
                    counts.add(touched[i], REWORKED + group.kind(), 1);
                    most = Math.max(most, group.kind());
                }
            }
            journeys[most < 0 ? KINDS : most]++;
        }

        @Override
        public Rework result() {
            long[] sums = new long[JOURNEYS + 1];
            Map<String, Rework.Counts> steps = new LinkedHashMap<>();
            for (int step : counts.seen()) {
                long[] row = new long[sums.length];
                for (int place = 0; place < row.length; place++) {
                    row[place] = counts.get(step, place);
                    sums[place] += row[place];
                }
                steps.put(counts.lexicon.label(step), counts(row));
            }
            System.arraycopy(journeys, 0, sums, REWORKED, KINDS);
            sums[JOURNEYS] = Arrays.stream(journeys).sum();
            return new Rework(counts(sums), steps);
        }

        private static Rework.Counts counts(long[] row) {
            return new Rework.Counts(
                    row[JOURNEYS],
                    agents(row, PAIRS),
                    agents(row, RUNS),
                    agents(row, REPETITIONS),
                    agents(row, ACTIVITIES),
                    agents(row, REWORKED));
        }

        private static Rework.Agents agents(long[] row, int at) {
            return new Rework.Agents(row[at + REPEAT], row[at + REDO], row[at + UNKNOWN]);
        }

        @Override
        protected void absorb(Accumulator<Journey, Rework> other) {
            State that = (State) other;
            counts.add(that.counts);
            for (int kind = 0; kind <= KINDS; kind++) {
                journeys[kind] = Math.addExact(journeys[kind], that.journeys[kind]);
            }
        }

        @Override
        protected void write(StateOutput out) {
            for (long count : journeys) {
                out.count(count);
            }
            counts.write(out);
        }

        @Override
        protected void read(StateInput in) {
            Arrays.setAll(journeys, kind -> in.count());
            counts.read(in);
        }
    }
}
