package dev.cxkit.examples.report.rows;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Opens files: unpacks gzip, which is known by its first bytes and not by its name. */
public final class TextFile {

    private static final int GZIP = 0x1f8b;
    private static final int UTF_16_BIG = 0xfeff;
    private static final int UTF_16_LITTLE = 0xfffe;

    private TextFile() {}

    /**
     * Opens a file of text in UTF-8, or in UTF-16 with a byte order mark.
     *
     * @throws InputException if it cannot be read
     */
    static Reader open(Path file) {
        InputStream bytes = bytes(file);
        try {
            Charset charset = StandardCharsets.UTF_8;
            int start = start(bytes);
            if (start == UTF_16_BIG || start == UTF_16_LITTLE) {
                charset = StandardCharsets.UTF_16;
            } else {
                skipMark(bytes);
            }
            // Unlike a Charset, a decoder reports bytes that are no text instead of replacing them.
            return new InputStreamReader(bytes, charset.newDecoder());
        } catch (IOException e) {
            close(bytes, e);
            throw unreadable(file.toString(), e);
        }
    }

    /**
     * Opens a file whose reader finds out itself how its text is written.
     *
     * @throws InputException if it cannot be read
     */
    public static InputStream bytes(Path file) {
        InputStream opened = null;
        try {
            if (Files.isDirectory(file)) {
                throw new InputException(file + " is a folder, not a file");
            }
            opened = Progress.over(file, Files.newInputStream(file));
            InputStream bytes = new BufferedInputStream(opened, 1 << 16);
            if (start(bytes) == GZIP) {
                bytes = new BufferedInputStream(new GZIPInputStream(bytes, 1 << 16), 1 << 16);
            }
            return bytes;
        } catch (IOException e) {
            close(opened, e);
            throw unreadable(file.toString(), e);
        }
    }

    /** Says in one line why a file could not be read. */
    public static InputException unreadable(String name, IOException e) {
        if (e instanceof NoSuchFileException) {
            return new InputException(name + " does not exist", e);
        } else if (e instanceof AccessDeniedException) {
            return new InputException(name + " may not be read", e);
        } else if (e instanceof CharacterCodingException) {
            return new InputException(name + " is not text in UTF-8; save it as UTF-8 and try again", e);
        } else if (e instanceof EOFException || e instanceof ZipException) {
            return new InputException(name + " is packed by gzip and damaged: " + e.getMessage(), e);
        }
        return new InputException(name + " cannot be read: " + e.getMessage(), e);
    }

    private static int start(InputStream bytes) throws IOException {
        bytes.mark(2);
        int first = bytes.read();
        int second = bytes.read();
        bytes.reset();
        return first < 0 || second < 0 ? -1 : first << 8 | second;
    }

    private static void skipMark(InputStream bytes) throws IOException {
        bytes.mark(3);
        byte[] mark = bytes.readNBytes(3);
        if (mark.length != 3 || mark[0] != (byte) 0xef || mark[1] != (byte) 0xbb || mark[2] != (byte) 0xbf) {
            bytes.reset();
        }
    }

    private static void close(@Nullable InputStream opened, IOException because) {
        if (opened != null) {
            try {
                opened.close();
            } catch (IOException e) {
                because.addSuppressed(e);
            }
        }
    }
}
