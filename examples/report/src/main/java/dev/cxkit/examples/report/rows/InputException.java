package dev.cxkit.examples.report.rows;

/** An input that cannot be reported on. The message is one line for the person at the terminal, and ends the command with 2. */
public final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Says what is wrong with which input. */
    public InputException(String message) {
        super(message);
    }

    /** Says what is wrong with which input, and what showed it. */
    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
