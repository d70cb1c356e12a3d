package dev.cxkit.examples.report.rows;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far the reading of a long file is, on the standard error of a terminal and nowhere else. */
final class Progress {

    private static final long LONG_FILE = 16L << 20;

    private Progress() {}

    static InputStream over(Path file, InputStream bytes) throws IOException {
        long size = Files.size(file);
        return size < LONG_FILE || !onTerminal() ? bytes : ProgressBar.wrap(bytes, bar(file, size));
    }

    private static ProgressBarBuilder bar(Path file, long size) {
        return new ProgressBarBuilder()
                .setTaskName(String.valueOf(file.getFileName()))
                .setInitialMax(size)
                .setUnit(" MB", 1 << 20)
                .setStyle(ProgressBarStyle.ASCII)
                .clearDisplayOnFinish();
    }

    /** Since Java 22 a console is there without a terminal too, and says itself which of the two it is. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean onTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
