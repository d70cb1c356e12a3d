package dev.cxkit.journey.attribution;

/**
 * What would be lost without a label, and what it gets for that.
 *
 * @param effect the part of all conversions, or of all value, that passes through the label, 0..1. Effects of several labels overlap,
 *     so they seldom add up to 1
 * @param attributed the effect as a share of the sum of all effects, times the observed total
 */
public record RemovalEffect(double effect, double attributed) {}
