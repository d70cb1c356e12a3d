package dev.cxkit.examples.report.options;

import dev.cxkit.core.result.Result;
import dev.cxkit.examples.report.json.Json;
import dev.cxkit.examples.report.text.TextOutput;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the results go. A command has it as a {@code @Mixin}. */
public class OutputOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", paramLabel = "OUT", description = "Write the results to this file as JSON.")
    private @Nullable Path json;

    @Option(names = "--html", paramLabel = "OUT", description = "Write the results to this file as a page.")
    private @Nullable Path html;

    /** Writes the results to the files that were asked for; what was not asked for is not made. */
    public void write(Supplier<? extends Result> result, Supplier<String> page) {
        if (json != null) {
            TextOutput.write(json, Json.text(result.get()));
        }
        if (html != null) {
            TextOutput.write(html, page.get());
        }
    }

    /** Returns where the command prints. */
    public PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /**
     * Returns what an option stands for.
     *
     * @param reader makes it, or throws an {@link IllegalArgumentException} whose message then follows the name of the option
     */
    public <T> T read(String option, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            throw wrong(option + ": " + e.getMessage());
        }
    }

    /** Returns the fault that ends the command with this line. */
    public ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
