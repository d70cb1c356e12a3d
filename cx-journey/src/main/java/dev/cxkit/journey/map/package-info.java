/**
 * The journey as it is designed: stages, touchpoints and loops, and how far the journeys that customers really make agree with them.
 *
 * <p>A {@link dev.cxkit.journey.map.JourneyMap} is drawn up with builders, taken from {@link dev.cxkit.journey.map.JourneyMaps}, or read
 * from JSON, which is the same text on Jackson 2 (from 2.18) and Jackson 3 and carries the version of its schema.
 * {@link dev.cxkit.journey.conformance.Conformance} checks the conformance of journeys with a map, {@link dev.cxkit.journey.conformance.RuleCheck} against single rules.
 */
@NullMarked
package dev.cxkit.journey.map;

import org.jspecify.annotations.NullMarked;
