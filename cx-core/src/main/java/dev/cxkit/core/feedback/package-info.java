/** What customers say: ratings on scales, choices, words, and the answers they did not give. */
@NullMarked
package dev.cxkit.core.feedback;

import org.jspecify.annotations.NullMarked;
