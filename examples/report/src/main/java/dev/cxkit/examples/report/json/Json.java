package dev.cxkit.examples.report.json;

import dev.cxkit.core.result.Result;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and makes JSON: the same text on every machine, numbers not rounded. A number that is not known is absent, never 0 or null. */
public final class Json {

    private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(TWO_SPACES).withArrayIndenter(TWO_SPACES))
            .build();

    private Json() {}

    /** Returns the mapper, which refuses an object that has a field twice. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** Returns the JSON of a result, indented, with a line break at its end. */
    public static String text(Result result) {
        return MAPPER.writeValueAsString(result) + "\n";
    }
}
