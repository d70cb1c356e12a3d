package dev.cxkit.examples.report.survival;

import java.util.Locale;
import java.util.OptionalDouble;

/** Times as numbers for people: they have no unit, so as many digits as they need, up to four after the point. */
final class Numerals {

    private Numerals() {}

    static String of(double number) {
        String text = String.format(Locale.ROOT, "%,.4f", number);
        return text.replaceFirst("[.]?0+$", "");
    }

    static String of(OptionalDouble number) {
        return number.isPresent() ? of(number.getAsDouble()) : "-";
    }
}
