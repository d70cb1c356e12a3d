/**
 * Identity resolution: which observations, known by a mail address, a device or a login, are of one person.
 *
 * <p>Start from {@link dev.cxkit.core.identity.IdentityResolver}.
 */
@NullMarked
package dev.cxkit.core.identity;

import org.jspecify.annotations.NullMarked;
