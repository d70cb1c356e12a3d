package dev.cxkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs every sample in the Javadoc of the three modules; what it prints stands in it behind {@code // -> }. */
class JavadocSamplesTest {

    private static final Pattern SAMPLE = Pattern.compile("<pre>\\{@code\\n(.*?)\\n *\\* *}</pre>", Pattern.DOTALL);

    private static final String PRINTED = "// -> ";

    /** Kernels, of which no host hears. */
    private static final Set<String> WITHOUT_SAMPLE = Set.of(
            "cx-core/src/main/java/dev/cxkit/core/check",
            "cx-core/src/main/java/dev/cxkit/core/json",
            "cx-metrics/src/main/java/dev/cxkit/metrics/numeric");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> samplesPrintWhatTheySay() throws IOException {
        Snippets snippets = new Snippets(folder);
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : sources()) {
            Matcher sample = SAMPLE.matcher(Files.readString(file));
            for (int number = 1; sample.find(); number++) {
                String name = Snippets.project().relativize(file) + " sample " + number;
                String code = sample.group(1)
                        .lines()
                        .map(line -> line.replaceFirst("^ *\\* ?", ""))
                        .collect(Collectors.joining("\n"));
                String expected = code.lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith(PRINTED))
                        .map(line -> line.substring(PRINTED.length()) + "\n")
                        .collect(Collectors.joining());
                snippets.add(name, code);
                tests.add(DynamicTest.dynamicTest(name, () -> {
                    assertThat(expected).as("what it prints").isNotEmpty();
                    assertThat(snippets.run(name)).isEqualTo(expected);
                }));
            }
        }
        snippets.compile();
        tests.add(DynamicTest.dynamicTest(
                "every package has a sample",
                () -> assertThat(packagesWithout()).isEmpty()));
        return tests.stream();
    }

    private static Set<String> packagesWithout() throws IOException {
        Set<String> without = new TreeSet<>();
        for (Path file : sources()) {
            String name = Snippets.project().relativize(file.getParent()).toString();
            if (file.endsWith("package-info.java")
                    && !WITHOUT_SAMPLE.contains(name)
                    && !SAMPLE.matcher(Files.readString(file)).find()) {
                without.add(name);
            }
        }
        return without;
    }

    private static List<Path> sources() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String module : List.of("cx-core", "cx-metrics", "cx-journey")) {
            try (Stream<Path> files =
                    Files.walk(Snippets.project().resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(all::add);
            }
        }
        return all;
    }
}
