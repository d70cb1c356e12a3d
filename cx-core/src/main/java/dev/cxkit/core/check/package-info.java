/**
 * Checks of arguments, with one wording for one kind of fault: what all packages rest on.
 *
 * <p>Start from {@link dev.cxkit.core.check.Require}.
 *
 * <p>Know that the module exports it to the library's other modules alone: no host needs it.
 */
@NullMarked
package dev.cxkit.core.check;

import org.jspecify.annotations.NullMarked;
