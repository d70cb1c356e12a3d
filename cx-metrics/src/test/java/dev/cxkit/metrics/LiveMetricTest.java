package dev.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

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
}
