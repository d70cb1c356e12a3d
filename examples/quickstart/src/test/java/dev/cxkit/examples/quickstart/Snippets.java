package dev.cxkit.examples.quickstart;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/** Pieces of code as they stand in documents: statements, with their imports first. All are compiled by one call, then run one by one. */
final class Snippets {

    private final Path folder;
    private final Map<String, String> classes = new LinkedHashMap<>();

    Snippets(Path folder) {
        this.folder = folder;
    }

    /** Returns the folder of the whole project, wherever the tests were started. */
    static Path project() {
        try {
            Path path = Path.of(Snippets.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            while (!Files.isDirectory(path.resolve("cx-core"))) {
                path = requireNonNull(path.getParent(), "parent");
            }
            return path;
        } catch (java.net.URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** Adds a piece of code under a name that says where it stands. */
    void add(String name, String code) throws IOException {
        String type = "Snippet" + classes.size();
        String imports = code.lines().filter(line -> line.startsWith("import ")).collect(Collectors.joining("\n"));
        String body = code.lines().filter(line -> !line.startsWith("import ")).collect(Collectors.joining("\n"));
        Files.writeString(
                folder.resolve(type + ".java"),
                imports + "\n/** " + name + " */\npublic class " + type
                        + " {\npublic static void main(String[] args) throws Exception {\n" + body + "\n}\n}\n");
        classes.put(name, type);
    }

    /** Compiles all that were added. */
    void compile() {
        String path =
                System.getProperty("jdk.module.path") + File.pathSeparator + System.getProperty("java.class.path");
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-classpath", path, "-d", folder.toString()));
        classes.values()
                .forEach(type -> arguments.add(folder.resolve(type + ".java").toString()));
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(messages, true, StandardCharsets.UTF_8);
        int exit = ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(String[]::new));
        assertThat(exit)
                .as(() -> classes + "\n" + messages.toString(StandardCharsets.UTF_8))
                .isZero();
    }

    /** Runs one and returns what it printed. */
    String run(String name) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, Snippets.class.getClassLoader())) {
            Method main = loader.loadClass(classes.get(name)).getMethod("main", String[].class);
            return Printed.by(() -> main.invoke(null, (Object) new String[0]));
        }
    }
}
