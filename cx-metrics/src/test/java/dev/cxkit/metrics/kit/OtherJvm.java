package dev.cxkit.metrics.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Splits the laws over two JVMs: another one takes in the first half of all observations and writes down what it has, and this one merges
 * it with the second half. There, sets and maps of the JDK have another order, and whatever else differs from run to run.
 *
 * <p>The tests are those that have the tag {@value #TAG}, as {@link MetricContract} has: those that call {@link MetricLaws#hold}.
 */
public final class OtherJvm {

    /** The tag of tests that call {@link MetricLaws#hold}. */
    public static final String TAG = "laws";

    private OtherJvm() {}

    /**
     * Runs all tests with the tag, in another JVM and in this one.
     *
     * @param test a class of the tests, which are looked for where it is
     * @param directory an empty directory for what is written
     * @return how many times a half was written and merged
     */
    public static int halvesMerge(Class<?> test, Path directory) throws IOException, InterruptedException {
        String root;
        try {
            root = Path.of(test.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        Path log = directory.resolve("log");
        Path halves = Files.createDirectory(directory.resolve("halves"));
        int exit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        OtherJvm.class.getName(),
                        root,
                        halves.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        assertThat(exit).as(() -> read(log)).isZero();
        int written;
        try (Stream<Path> files = Files.list(halves)) {
            written = (int) files.count();
        }
        String failures = run(root, false, halves);
        assertThat(failures).isEmpty();
        assertThat(Halves.calls()).as("halves merged").isEqualTo(written);
        return written;
    }

    /** Runs the tests of the class path root that is the first argument, and writes the halves into the directory that is the second. */
    public static void main(String[] args) {
        String failures = run(args[0], true, Path.of(args[1]));
        System.out.println(failures);
        System.exit(failures.isEmpty() ? 0 : 1);
    }

    private static String run(String root, boolean write, Path directory) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClasspathRoots(Set.of(Path.of(root))))
                .filters(
                        includeClassNamePatterns(".*Test"),
                        TagFilter.includeTags(TAG),
                        EngineFilter.includeEngines("junit-jupiter"))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        Halves.ask(write, directory);
        try {
            LauncherFactory.create().execute(request, listener);
        } finally {
            Halves.askNoMore();
        }
        StringBuilder failures = new StringBuilder();
        for (TestExecutionSummary.Failure failure : listener.getSummary().getFailures()) {
            failures.append(failure.getTestIdentifier().getUniqueId())
                    .append(": ")
                    .append(failure.getException())
                    .append('\n');
        }
        return failures.toString();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
