/** Rows on their way in: good ones pass, bad ones are counted and reported by position and reason, none is lost silently. */
@NullMarked
package dev.cxkit.core.intake;

import org.jspecify.annotations.NullMarked;
