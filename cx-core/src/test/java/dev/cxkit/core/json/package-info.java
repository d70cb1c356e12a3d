/** One suite of JSON tests, run on each Jackson. */
@NullMarked
package dev.cxkit.core.json;

import org.jspecify.annotations.NullMarked;
