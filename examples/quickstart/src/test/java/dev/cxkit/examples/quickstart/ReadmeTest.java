package dev.cxkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs every Java snippet of the READMEs that show a printed result, and compares what it prints. */
class ReadmeTest {

    private static final Pattern SNIPPET = Pattern.compile("```java\\n(.*?)```\\n+```text\\n(.*?)```", Pattern.DOTALL);

    private static final Pattern JAVA = Pattern.compile("^```java$", Pattern.MULTILINE);

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> snippetsPrintWhatTheReadmeSays() throws IOException {
        Snippets snippets = new Snippets(folder);
        List<DynamicTest> tests = new ArrayList<>();
        for (String file : List.of("README.md", "cx-metrics/README.md")) {
            String readme = Files.readString(Snippets.project().resolve(file));
            Matcher snippet = SNIPPET.matcher(readme);
            int number = 0;
            while (snippet.find()) {
                number++;
                String name = file + " snippet " + number;
                String expected = snippet.group(2);
                snippets.add(name, snippet.group(1));
                tests.add(DynamicTest.dynamicTest(
                        name, () -> assertThat(snippets.run(name)).isEqualTo(expected)));
            }
            long java = JAVA.matcher(readme).results().count();
            int run = number;
            tests.add(DynamicTest.dynamicTest(
                    file + " shows no code that is not run",
                    () -> assertThat(java).isEqualTo(run)));
        }
        snippets.compile();
        return tests.stream();
    }
}
