/**
 * Who gets the credit for a goal: the touches before it, by rules or by what would be lost without them.
 *
 * <p>A {@link dev.cxkit.journey.attribution.GoalPaths} makes the {@link dev.cxkit.journey.attribution.PathTable} of journeys, and the
 * table is asked by a {@link dev.cxkit.journey.attribution.CreditRule} or a {@link dev.cxkit.journey.attribution.Markov} chain.
 * Neither knows what caused a goal: both share out what happened together.
 */
@NullMarked
package dev.cxkit.journey.attribution;

import org.jspecify.annotations.NullMarked;
