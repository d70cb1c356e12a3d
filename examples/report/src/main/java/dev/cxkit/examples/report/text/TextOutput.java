package dev.cxkit.examples.report.text;

import dev.cxkit.examples.report.rows.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Writes a finished text to a file. */
public final class TextOutput {

    private TextOutput() {}

    /**
     * Writes the text in UTF-8, in place of what the file held before.
     *
     * @throws InputException if it cannot be written
     */
    public static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (NoSuchFileException e) {
            throw new InputException("cannot write " + file + ": its folder does not exist", e);
        } catch (IOException e) {
            throw new InputException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
