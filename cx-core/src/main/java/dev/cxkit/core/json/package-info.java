/** What reading JSON takes in all nouns; for the modules of the library alone. */
@NullMarked
package dev.cxkit.core.json;

import org.jspecify.annotations.NullMarked;
