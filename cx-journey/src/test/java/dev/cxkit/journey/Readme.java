package dev.cxkit.journey;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The README of this module and the tests that run its code, found from wherever the tests are started. */
public final class Readme {

    private Readme() {}

    /** Returns the blocks of one language in the part of the README that begins with the heading, up to the next of its level. */
    public static List<String> blocks(String heading, String language) throws IOException {
        String part = Files.readString(module().resolve("README.md"))
                .split("## " + heading + "\n", 2)[1]
                .split("\n## ", 2)[0];
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(part)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** Returns the source of a test without white space. */
    public static String squeezedSource(Class<?> test) throws IOException {
        return squeezed(Files.readString(
                module().resolve("src/test/java/" + test.getName().replace('.', '/') + ".java")));
    }

    /** Returns the code without white space. */
    public static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static Path module() {
        try {
            Path folder = Path.of(Readme.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            while (!Files.exists(folder.resolve("README.md"))) {
                folder = requireNonNull(folder.getParent(), "parent");
            }
            return folder;
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
