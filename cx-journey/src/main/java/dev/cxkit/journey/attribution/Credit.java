package dev.cxkit.journey.attribution;

/**
 * The conversions and value that are attributed to an activity.
 *
 * @param conversions its part of the conversions, at least 0, seldom a whole number
 * @param value its part of their value, in the unit of the table, at least 0
 */
public record Credit(double conversions, double value) {}
