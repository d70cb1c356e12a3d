package dev.cxkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The index of the README: each type that it names is there, and each type of which a question is asked is named. */
class IndexTest {

    private static final Pattern NAMED = Pattern.compile("`((?:core|metrics|journey)(?:\\.[a-z]+)*\\.[A-Z]\\w*)`");

    private static final Pattern ASKED = Pattern.compile(
            "^    public static [^=;{]*Metric<[^=;{]* metric\\(|^public [^{]*\\bimplements [^{]*Metric<",
            Pattern.MULTILINE);

    private static final Pattern PUBLIC =
            Pattern.compile("^public (?:final |abstract |sealed )*(?:class|record|enum|interface) ", Pattern.MULTILINE);

    @Test
    void namedTypesAreThere() throws IOException {
        Set<String> named = named();
        named.removeAll(types(PUBLIC));
        assertThat(named).as("named, but no public type").isEmpty();
    }

    @Test
    void askedTypesAreNamed() throws IOException {
        Set<String> asked = types(ASKED);
        asked.retainAll(types(PUBLIC));
        asked.removeAll(named());
        // Not exported: no host meets them.
        asked.removeIf(type -> type.startsWith("metrics.numeric."));
        assertThat(asked).as("has a metric, but is not in the index").isEmpty();
    }

    private static Set<String> named() throws IOException {
        return NAMED.matcher(Files.readString(Snippets.project().resolve("README.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> types(Pattern pattern) throws IOException {
        Set<String> types = new TreeSet<>();
        for (String module : List.of("cx-core", "cx-metrics", "cx-journey")) {
            Path sources = Snippets.project().resolve(module).resolve("src/main/java/dev/cxkit");
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    if (pattern.matcher(Files.readString(file)).find()) {
                        types.add(sources.relativize(file)
                                .toString()
                                .replace(".java", "")
                                .replace(file.getFileSystem().getSeparator(), "."));
                    }
                }
            }
        }
        return types;
    }
}
