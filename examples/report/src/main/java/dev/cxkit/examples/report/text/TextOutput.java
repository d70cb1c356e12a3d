package dev.cxkit.examples.report.text;

import dev.cxkit.examples.report.rows.InputException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes a text to a file in UTF-8, in place of what the file held before. */
public final class TextOutput {

    private TextOutput() {}

    /** Writes a long text piece by piece. */
    @FunctionalInterface
    public interface Body {

        /** Writes all of it. */
        void write(Writer out) throws IOException;
    }

    /**
     * Writes a finished text.
     *
     * @throws InputException if it cannot be written
     */
    public static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    /**
     * Writes a text as it is made, packed by gzip if the name of the file ends with {@code .gz}.
     *
     * @throws InputException if it cannot be written
     */
    public static void write(Path file, Body body) {
        try (OutputStream bytes = Files.newOutputStream(file);
                OutputStream packed = file.toString().endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes;
                Writer out = new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8))) {
            body.write(out);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private static InputException failed(Path file, IOException e) {
        return e instanceof NoSuchFileException
                ? new InputException("cannot write " + file + ": its folder does not exist", e)
                : new InputException("cannot write " + file + ": " + e.getMessage(), e);
    }
}
