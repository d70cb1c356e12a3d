package dev.cxkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
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
        List<DynamicTest> tests = new ArrayList<>();
        for (String name : List.of("README.md", "cx-metrics/README.md")) {
            String readme = Files.readString(Path.of("..", "..", name));
            Matcher snippet = SNIPPET.matcher(readme);
            int number = 0;
            while (snippet.find()) {
                number++;
                String code = snippet.group(1);
                String expected = snippet.group(2);
                Path target = folder.resolve(name.replace('/', '-') + number);
                tests.add(DynamicTest.dynamicTest(
                        name + " snippet " + number,
                        () -> assertThat(run(code, target)).isEqualTo(expected)));
            }
            long java = JAVA.matcher(readme).results().count();
            int run = number;
            tests.add(DynamicTest.dynamicTest(
                    name + " shows no code that is not run",
                    () -> assertThat(java).isEqualTo(run)));
        }
        return tests.stream();
    }

    private static String run(String code, Path target) throws Exception {
        Path source = Files.createDirectories(target).resolve("Snippet.java");
        String imports = code.lines().filter(line -> line.startsWith("import ")).collect(Collectors.joining("\n"));
        String body = code.lines().filter(line -> !line.startsWith("import ")).collect(Collectors.joining("\n"));
        Files.writeString(
                source,
                imports + "\npublic class Snippet {\npublic static void main(String[] args) throws Exception {\n" + body
                        + "\n}\n}\n");
        String path =
                System.getProperty("jdk.module.path") + File.pathSeparator + System.getProperty("java.class.path");
        int exit = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(System.out, System.err, "-classpath", path, "-d", target.toString(), source.toString());
        assertThat(exit).as("compiles").isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {target.toUri().toURL()}, ReadmeTest.class.getClassLoader())) {
            var main = loader.loadClass("Snippet").getMethod("main", String[].class);
            return Printed.by(() -> main.invoke(null, (Object) new String[0]));
        }
    }
}
