/**
 * The designed map and single rules held against the journeys that customers really make.
 *
 * <p>Start from {@link dev.cxkit.journey.conformance.Conformance} and {@link dev.cxkit.journey.conformance.RuleCheck}.
 */
@NullMarked
package dev.cxkit.journey.conformance;

import org.jspecify.annotations.NullMarked;
