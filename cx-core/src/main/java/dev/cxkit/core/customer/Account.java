package dev.cxkit.core.customer;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.cxkit.core.check.Require;
import dev.cxkit.core.json.JsonValues;
import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A business account (B2B): a company that is a customer, and the people in it whom the host meets.
 *
 * @param id the id
 * @param members the people, each once; may be empty
 */
@JsonPropertyOrder({"id", "members"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record Account(
        @JsonProperty("id") AccountId id,
        @JsonProperty("members") List<Member> members) implements Serializable {

    /**
     * Throws an {@link IllegalArgumentException} if a customer is a member twice; somebody of several roles is one member, with the main one.
     */
    public Account {
        requireNonNull(id, "id of account is missing");
        members = JsonValues.list("members of account " + id, members);
        Set<CustomerId> seen = new HashSet<>();
        for (Member member : members) {
            Require.that(seen.add(member.customer()), () -> "account " + id + " has a member twice");
        }
    }

    /** Returns the account with these members; throws an {@link IllegalArgumentException} if a customer is a member twice. */
    public static Account of(AccountId id, Member... members) {
        return new Account(id, List.of(members));
    }

    /**
     * Returns the account of each member, which rolls up what people did to the companies for which they did it. A customer who is not
     * in the map is in no account. A customer in two accounts is refused, because no rule could tell for which of the two something was
     * done; give such a person an id of their own in each.
     *
     * @throws IllegalArgumentException if a customer is a member of two of the accounts, or two accounts have one id
     */
    public static Map<CustomerId, Account> byMember(Collection<Account> accounts) {
        Map<CustomerId, Account> byMember = new LinkedHashMap<>();
        Set<AccountId> ids = new HashSet<>();
        for (Account account : accounts) {
            Require.that(ids.add(account.id), () -> "account " + account.id + " is there twice");
            for (Member member : account.members) {
                Account other = byMember.putIfAbsent(member.customer(), account);
                if (other != null) {
                    throw new IllegalArgumentException(
                            "accounts " + other.id + " and " + account.id + " have a member in common");
                }
            }
        }
        return Collections.unmodifiableMap(byMember);
    }

    /** Returns the id and how many members there are. */
    @Override
    public String toString() {
        return "Account[id=" + id + ", members=" + members.size() + "]";
    }

    /**
     * One person of an account.
     *
     * @param customer the person
     * @param role what they are to the purchase, in the host's words (user, buyer, decision maker); absent if that is not known
     */
    @JsonPropertyOrder({"customer", "role"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Member(
            @JsonProperty("customer") CustomerId customer,
            @JsonProperty("role") @Nullable String role) implements Serializable {

        /** Throws an {@link IllegalArgumentException} if the role is blank. */
        public Member {
            requireNonNull(customer, "customer of member is missing");
            if (role != null && role.isBlank()) {
                throw new IllegalArgumentException("role of member is blank");
            }
        }

        @JsonCreator
        static Member read(@JsonProperty("customer") CustomerId customer, @JsonProperty("role") @Nullable Object role) {
            return new Member(customer, JsonValues.text("role of member", role));
        }

        /** Returns a member whose role is not known. */
        public static Member of(CustomerId customer) {
            return new Member(customer, null);
        }

        /** Returns a member in a role; throws an {@link IllegalArgumentException} if the role is blank. */
        public static Member of(CustomerId customer, String role) {
            return new Member(customer, requireNonNull(role, "role"));
        }
    }
}
