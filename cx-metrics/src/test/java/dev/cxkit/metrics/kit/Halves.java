package dev.cxkit.metrics.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The first half of the observations of one JVM and the second one of another, which make a whole. */
final class Halves {

    private static final String WRITE = "cx.kit.write";
    private static final String READ = "cx.kit.read";
    private static final Map<String, Integer> CALLS = new ConcurrentHashMap<>();

    private Halves() {}

    /** Has the law of halves checked, in place of all others, by {@link MetricLaws#hold}. */
    static void ask(boolean write, Path directory) {
        System.setProperty(write ? WRITE : READ, directory.toString());
        CALLS.clear();
    }

    static void askNoMore() {
        System.clearProperty(WRITE);
        System.clearProperty(READ);
    }

    /** How often a half was written or merged since it was asked for. */
    static int calls() {
        return CALLS.values().stream().mapToInt(Integer::intValue).sum();
    }

    static boolean areAsked() {
        return System.getProperty(WRITE) != null || System.getProperty(READ) != null;
    }

    static <T, R> void hold(Metric<T, R> metric, List<T> observations) {
        String directory = System.getProperty(WRITE);
        int half = observations.size() / 2;
        if (directory == null) {
            merge(metric, observations, half, file(System.getProperty(READ), metric, observations.size()));
        } else {
            write(metric, observations.subList(0, half), file(directory, metric, observations.size()));
        }
    }

    /** Named by what is the same in both, and by the how manieth call this is for it. */
    private static Path file(String directory, Metric<?, ?> metric, int size) {
        String name = Integer.toHexString(metric.definition().hashCode()) + "-" + size;
        return Path.of(directory, name + "-" + CALLS.merge(name, 1, Integer::sum));
    }

    private static <T, R> void write(Metric<T, R> metric, List<T> observations, Path file) {
        Accumulator<T, R> accumulator = metric.start();
        accumulator.addAll(observations);
        try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(file))) {
            out.writeObject(metric.definition());
            out.writeObject(accumulator.toBytes());
            out.writeObject(accumulator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings({"unchecked", "BanSerializableRead"})
    private static <T, R> void merge(Metric<T, R> metric, List<T> observations, int half, Path file) {
        Accumulator<T, R> whole = metric.start();
        whole.addAll(observations);
        Accumulator<T, R> here = metric.start();
        here.addAll(observations.subList(half, observations.size()));
        try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file))) {
            assertThat(in.readObject()).as("the definition of another JVM").isEqualTo(metric.definition());
            Accumulator<T, R> resumed = metric.resume((byte[]) in.readObject());
            resumed.merge(here);
            assertSame(resumed, whole, "resumed of another JVM");
            Accumulator<T, R> there = (Accumulator<T, R>) in.readObject();
            here.merge(there);
            assertSame(here, whole, "merged with one of another JVM");
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError("another JVM wrote nothing to read for " + metric.definition(), e);
        }
    }

    private static <T, R> void assertSame(Accumulator<T, R> merged, Accumulator<T, R> whole, String what) {
        assertThat(merged.result()).as("result, %s", what).isEqualTo(whole.result());
        assertThat(HexFormat.of().formatHex(merged.toBytes()))
                .as("bytes, %s", what)
                .isEqualTo(HexFormat.of().formatHex(whole.toBytes()));
    }
}
