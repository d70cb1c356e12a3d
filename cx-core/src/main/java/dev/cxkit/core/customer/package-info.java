/**
 * Who the customer is: the id that the host knows, the identifiers by which a person is recognised, and the company they act for.
 *
 * <p>Start from {@link dev.cxkit.core.customer.CustomerId}, and from {@link dev.cxkit.core.customer.Account} for business customers.
 *
 * <p>All of it is personal data: keep ids out of logs. Which observations are one person is asked of {@link dev.cxkit.core.identity}.
 *
 * <pre>{@code
 * import dev.cxkit.core.customer.Account;
 * import dev.cxkit.core.customer.AccountId;
 * import dev.cxkit.core.customer.CustomerId;
 * import java.util.List;
 *
 * CustomerId ann = CustomerId.of("ann");
 * CustomerId ben = CustomerId.of("ben");
 * Account acme = Account.of(AccountId.of("acme"), Account.Member.of(ann, "buyer"), Account.Member.of(ben));
 * System.out.println(Account.byMember(List.of(acme)).get(ben).id());
 * // -> acme
 * }</pre>
 */
@NullMarked
package dev.cxkit.core.customer;

import org.jspecify.annotations.NullMarked;
