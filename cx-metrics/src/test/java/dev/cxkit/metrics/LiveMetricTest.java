package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cxkit.core.time.Cadence;
import dev.cxkit.metrics.survey.Nps;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LiveMetricTest {

    @Test
    void nothingIsLostWhenManyThreadsRecord() throws Exception {
        LiveMetric<Integer, Total.Sum> live = LiveMetric.of(Total.of());
        int threads = 16;
        int each = 50_000;
        CountDownLatch begin = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                work.add(pool.submit(() -> {
                    begin.await();
                    for (int i = 1; i <= each; i++) {
                        live.record(i);
                    }
                    return null;
                }));
            }
            begin.countDown();
            Total.Sum before = new Total.Sum(0, 0);
            while (work.stream().anyMatch(future -> !future.isDone())) {
                Total.Sum seen = live.result();
                assertThat(seen.n()).isGreaterThanOrEqualTo(before.n());
                before = seen;
            }
            for (Future<?> future : work) {
                future.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(live.result()).isEqualTo(new Total.Sum((long) threads * each, threads * (each * (each + 1L) / 2)));
    }

    /** Two threads take turns: +1 on one, then -1 on the other. A reader that saw the -1 without its +1 would find a negative sum. */
    @Test
    void aReaderSeesWhatWasRecordedBeforeWhatItSees() throws Exception {
        LiveMetric<Integer, Total.Sum> live = LiveMetric.of(Total.of());
        java.util.concurrent.SynchronousQueue<Integer> turns = new java.util.concurrent.SynchronousQueue<>();
        int rounds = 20_000;
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<?> plus = pool.submit(() -> {
                for (int i = 0; i < rounds; i++) {
                    live.record(1);
                    turns.put(i);
                }
                return null;
            });
            Future<?> minus = pool.submit(() -> {
                for (int i = 0; i < rounds; i++) {
                    turns.take();
                    live.record(-1);
                }
                return null;
            });
            while (!minus.isDone()) {
                assertThat(live.result().sum()).isBetween(0L, 2L);
            }
            plus.get();
            minus.get();
        } finally {
            pool.shutdownNow();
        }
        assertThat(live.result()).isEqualTo(new Total.Sum(2L * rounds, 0));
    }

    @Test
    void goesOnFromASavedState() {
        Accumulator<Integer, Total.Sum> saved = Total.of().start();
        saved.add(5);
        LiveMetric<Integer, Total.Sum> live = LiveMetric.of(Total.of());
        live.merge(Total.of().resume(saved.toBytes()));
        live.record(6);
        Accumulator<Integer, Total.Sum> snapshot = live.snapshot();
        live.record(7);
        assertThat(snapshot.result()).isEqualTo(new Total.Sum(2, 11));
        assertThat(live.result()).isEqualTo(new Total.Sum(3, 18));
    }

    @Test
    @SuppressWarnings("NullAway")
    void nullIsRefusedByName() {
        assertThatThrownBy(() -> LiveMetric.of(Total.of()).record(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("observation");
    }

    private static final ZoneId UTC = ZoneId.of("UTC");

    /** An NPS answer is 0..10; the same value as a text counts as anything. */
    record Reply(String shop, Instant at, int score) implements Serializable {}

    private static final Metric<Reply, Long> COUNT = Metric.count();
    private static final Metric<Reply, Nps> NPS = Nps.metric(Reply::score);

    private static Metric<Reply, Map<String, Object>> two() {
        Map<String, Metric<Reply, ?>> metrics = new LinkedHashMap<>();
        metrics.put("count", COUNT);
        metrics.put("nps", NPS);
        return Metric.all(metrics);
    }

    /** Takes any score but 13, and that in pieces: an accumulator of the host's. */
    private record Picky() implements Metric<Reply, Integer> {

        @Override
        public String definition() {
            return "picky";
        }

        @Override
        public Accumulator<Reply, Integer> start() {
            return new Accumulator<>(this) {
                private int sum;

                @Override
                public void add(Reply reply) {
                    if (reply.score() == 13) {
                        throw new IllegalArgumentException("score 13");
                    }
                    sum += reply.score();
                }

                @Override
                public Integer result() {
                    return sum;
                }

                @Override
                protected void absorb(Accumulator<Reply, Integer> other) {
                    sum += other.result();
                }

                @Override
                protected void write(StateOutput out) {
                    out.integer(sum);
                }

                @Override
                protected void read(StateInput in) {
                    sum = (int) in.integer();
                }
            };
        }
    }

    static Stream<Metric<Reply, ?>> combinations() {
        Metric<Reply, List<Long>> sums =
                Sums.metric("sums", 1, (reply, counts) -> counts[0] = Long.MAX_VALUE / 100 * reply.score());
        Metric<Reply, ?> both = Metric.both(COUNT, NPS, (n, nps) -> n + " " + nps);
        Fn<Reply, Instant> at = Reply::at;
        return Stream.of(
                two(),
                both,
                two().by(Reply::shop),
                both.by(Reply::shop),
                both.by(Reply::shop).by(Reply::score),
                two().per(Cadence.daily(UTC), at),
                both.per(Cadence.daily(UTC), at).by(Reply::shop),
                both.by(Reply::shop).per(Cadence.daily(UTC), at),
                both.where(reply -> reply.score() != 3).on((Reply reply) -> reply),
                Metric.both(COUNT, NPS.onEach(reply -> List.of(reply, reply)), (n, nps) -> n + " " + nps),
                NPS.onEach(reply -> List.of(new Reply("", reply.at(), 5), reply, new Reply("", reply.at(), 6))),
                Metric.both(COUNT, NPS.by(Reply::shop, Segmentation.failAbove(2)), (n, nps) -> n + " " + nps),
                Metric.both(COUNT, NPS.per(Cadence.daily(UTC), at), (n, nps) -> n + " " + nps),
                Metric.both(COUNT, sums, (n, sum) -> n + " " + sum),
                Metric.both(COUNT, new Picky(), (n, sum) -> n + " " + sum),
                Metric.both(COUNT, new Picky().by(Reply::shop), (n, sum) -> n + " " + sum));
    }

    /** The answer and the state after each refusal are those of a plain accumulator that was never given what was refused. */
    @ParameterizedTest
    @MethodSource("combinations")
    void aRefusedObservationLeavesNothingBehind(Metric<Reply, ?> metric) {
        check(metric);
    }

    private static <R> void check(Metric<Reply, R> metric) {
        LiveMetric<Reply, R> live = LiveMetric.of(metric);
        List<Reply> taken = new ArrayList<>();
        Instant day = Instant.parse("2026-03-02T10:00:00Z");
        List<Reply> replies = List.of(
                new Reply("a", day, 9),
                new Reply("a", day, 13),
                new Reply("b", day, 13),
                new Reply("b", day.plusSeconds(86_400), 10),
                new Reply("b", day.plusSeconds(100_000_000_000L), 8),
                new Reply("c", day.plusSeconds(400_000_000_000L), 8),
                new Reply("c", day, -1),
                new Reply("c", day, 7));
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            Reply reply = replies.get(i % replies.size());
            Accumulator<Reply, R> alone = metric.start();
            alone.addAll(taken);
            boolean isRefused = false;
            try {
                alone.add(reply);
            } catch (RuntimeException e) {
                isRefused = true;
                refused++;
                assertThatThrownBy(() -> live.record(reply))
                        .hasMessage(e.getMessage())
                        .hasSameClassAs(e);
            }
            if (!isRefused) {
                live.record(reply);
                taken.add(reply);
            }
            Accumulator<Reply, R> expected = metric.start();
            expected.addAll(taken);
            assertThat(live.result()).isEqualTo(expected.result());
            assertThat(live.toBytes()).isEqualTo(expected.toBytes());
        }
        assertThat(refused).isBetween(7, 50);
    }

    /** Of one observation two parts, each a new segment, where there is room for one: it shows when it is too late. */
    @Test
    void whatFailsAfterTheCheckIsNeverShown() {
        Metric<List<String>, Long> metric = Metric.both(
                Metric.count(),
                Metric.<String>count()
                        .by(name -> name, Segmentation.failAbove(2))
                        .onEach((List<String> names) -> names),
                (n, segments) -> n);
        LiveMetric<List<String>, Long> live = LiveMetric.of(metric);
        live.record(List.of("a"));
        assertThatThrownBy(() -> live.record(List.of("b", "c"))).hasMessageContaining("limit of 2");
        live.record(List.of("a"));
        assertThatThrownBy(live::result)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("passed the check");
    }

    @Test
    void aStateGoesOnAfterARestart() {
        LiveMetric<Integer, Total.Sum> live = LiveMetric.of(Total.of());
        live.record(1);
        live.record(2);
        LiveMetric<Integer, Total.Sum> restarted = LiveMetric.of(Total.of(), live.toBytes());
        restarted.record(3);
        assertThat(restarted.result()).isEqualTo(new Total.Sum(3, 6));
        assertThatThrownBy(() -> LiveMetric.of(Metric.<Integer>count(), live.toBytes()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsTakenIsTakenOnce() throws Exception {
        LiveMetric<Integer, Total.Sum> live = LiveMetric.of(Total.of());
        int threads = 8;
        int each = 50_000;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        Accumulator<Integer, Total.Sum> pushed = Total.of().start();
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                work.add(pool.submit(() -> {
                    for (int i = 1; i <= each; i++) {
                        live.record(i);
                    }
                }));
            }
            while (work.stream().anyMatch(future -> !future.isDone())) {
                pushed.merge(live.take());
            }
            for (Future<?> future : work) {
                future.get();
            }
        } finally {
            pool.shutdownNow();
        }
        pushed.merge(live.take());
        assertThat(pushed.result()).isEqualTo(new Total.Sum((long) threads * each, threads * (each * (each + 1L) / 2)));
        assertThat(live.result()).isEqualTo(Total.of().start().result());
    }

    /** A merge that fails in its second part leaves the first as it was. */
    @Test
    void aMergeThatFailsLeavesNothingBehind() {
        Metric<String, String> metric = Metric.both(
                Metric.<String>count(),
                Metric.<String>count().by(name -> name, Segmentation.failAbove(1)),
                (n, segments) -> n + " " + segments.each());
        LiveMetric<String, String> live = LiveMetric.of(metric, stateOf(metric, "a"));
        Accumulator<String, String> other = metric.start();
        other.add("b");
        assertThatThrownBy(() -> live.merge(other)).hasMessageContaining("limit of 1");
        assertThat(live.result()).isEqualTo("1 {a=1}");
    }

    private static byte[] stateOf(Metric<String, String> metric, String name) {
        Accumulator<String, String> accumulator = metric.start();
        accumulator.add(name);
        return accumulator.toBytes();
    }

    private static final AtomicReference<Runnable> WITHIN = new AtomicReference<>(() -> {});

    @Test
    void toAskItFromWithinItsOwnKeyFailsAtOnce() {
        LiveMetric<String, Segments<String, Long>> live =
                LiveMetric.of(Metric.<String>count().by(name -> {
                    requireNonNull(WITHIN.get()).run();
                    return name;
                }));
        List<Runnable> asked =
                List.of(live::snapshot, live::result, live::take, live::toBytes, () -> live.record("again"));
        for (Runnable ask : asked) {
            WITHIN.set(ask);
            assertThatThrownBy(() -> live.record("a"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("from within");
        }
        WITHIN.set(() -> {});
        live.record("a");
        assertThat(live.result().total()).isEqualTo(1);
    }
}
