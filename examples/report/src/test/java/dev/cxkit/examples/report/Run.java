package dev.cxkit.examples.report;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a command line did.
 *
 * @param exit the exit code
 * @param out what it printed
 * @param err what it complained about
 */
public record Run(int exit, String out, String err) {

    /** Runs the program with these arguments, as a shell would. */
    public static Run of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = CxReport.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exit = line.execute(Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
        return new Run(exit, out.toString(), err.toString());
    }

    /** Runs the program, which must succeed, and reads the JSON that it wrote. */
    public static JsonNode json(Path folder, Object... arguments) {
        Path json = folder.resolve("out.json");
        Object[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--json";
        all[arguments.length + 1] = json;
        Run run = of(all);
        if (run.exit != 0) {
            throw new AssertionError("exit " + run.exit + ": " + run.err);
        }
        return JsonMapper.shared().readTree(read(json));
    }

    /** Returns what answers by key, a list of keys and results, have for a key. */
    public static JsonNode result(JsonNode answers, String key) {
        return answers.valueStream()
                .filter(answer -> answer.get("key").asString().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + key + " in " + answers))
                .get("result");
    }

    /** Returns what Java's serialisation makes of an object. */
    public static Object copy(Serializable object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
            out.flush();
            return new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Writes a file of these lines. */
    public static Path file(Path folder, String name, String... lines) {
        Path file = folder.resolve(name);
        try {
            Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return file;
    }

    /** Returns the folder of this module, wherever the tests were started. */
    public static Path module() {
        try {
            Path path = Path.of(Run.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            while (!Files.exists(path.resolve("README.md"))) {
                path = requireNonNull(path.getParent());
            }
            return path;
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns what a file holds. */
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the seconds of a duration in JSON. */
    public static double seconds(JsonNode duration) {
        return Duration.parse(duration.asString()).toNanos() / 1e9;
    }
}
