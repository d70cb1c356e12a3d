package dev.cxkit.metrics.service;

/**
 * Which cases stand behind a figure.
 *
 * @param asked how many were asked: open by then and not merged into another
 * @param withoutValue how many of these gave no value
 * @param merged how many were left out because they go on in another case
 */
public record Coverage(long asked, long withoutValue, long merged) {

    /** Checks the counts; throws an {@link IllegalArgumentException} if one is below 0, or more are without a value than were asked. */
    public Coverage {
        if (asked < 0 || merged < 0 || withoutValue < 0 || withoutValue > asked) {
            throw new IllegalArgumentException("coverage of " + asked + " asked, " + withoutValue + " without and "
                    + merged + " merged is not possible");
        }
    }
}
