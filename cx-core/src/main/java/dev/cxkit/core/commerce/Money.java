package dev.cxkit.core.commerce;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.cxkit.core.json.JsonValues;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * An exact amount of money in one currency, in its {@index "minor unit" minor units}, of either sign. Amounts of two currencies never add: the rate between them is the host's to know.
 *
 * @param minorUnits the amount in the smallest unit of the currency: cents of a euro, yen
 * @param currency the currency, one that has a smallest unit; gold and the like have none
 */
@JsonPropertyOrder({"minorUnits", "currency"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record Money(
        @JsonProperty("minorUnits") long minorUnits,
        @JsonProperty("currency") Currency currency) implements Serializable {

    /**
     * Makes an amount.
     *
     * @throws IllegalArgumentException if the currency has no smallest unit
     */
    public Money {
        digits(currency);
    }

    // The amount is an Object because a long would read 0 where there is nothing, and 12 where there is 12.5.
    @JsonCreator
    static Money read(
            @JsonProperty("minorUnits") @Nullable Object minorUnits,
            @JsonProperty("currency") @Nullable Object currency) {
        return new Money(
                requireNonNull(JsonValues.whole("minorUnits", minorUnits), "minorUnits is missing"),
                JsonValues.of("currency", currency, Money::known));
    }

    /**
     * Returns the amount written in whole units: {@code of("12.50", "EUR")}.
     *
     * @param amount a decimal number with a point, and no more decimals than the currency has
     * @param currency the code of the currency by ISO 4217
     * @throws IllegalArgumentException if the amount is no number, has more decimals than the currency or does not fit, or if the
     *     currency is unknown or has no smallest unit
     */
    public static Money of(String amount, String currency) {
        return of(decimal(requireNonNull(amount, "amount")), known(requireNonNull(currency, "currency")));
    }

    /**
     * Returns the amount in whole units.
     *
     * @throws IllegalArgumentException if the amount has more decimals than the currency or does not fit, or if the currency has no
     *     smallest unit
     */
    public static Money of(BigDecimal amount, Currency currency) {
        int digits = digits(currency);
        if (requireNonNull(amount, "amount").signum() == 0) {
            return zero(currency);
        }
        // Looked at by its digits first, since 1e999999999 as a whole number would fill the memory.
        if ((long) amount.precision() - amount.scale() + digits > 19) {
            throw outside(amount, currency);
        }
        BigDecimal minor = amount.scaleByPowerOfTen(digits);
        if (minor.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException(
                    "amount " + amount + " has more than the " + digits + " decimals of " + currency);
        }
        if (minor.toBigInteger().bitLength() > 63) {
            throw outside(amount, currency);
        }
        return new Money(minor.longValue(), currency);
    }

    private static IllegalArgumentException outside(BigDecimal amount, Currency currency) {
        return new IllegalArgumentException("amount " + amount + " is outside " + new Money(Long.MIN_VALUE, currency)
                + ".." + new Money(Long.MAX_VALUE, currency));
    }

    /** Returns nothing of this currency. */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    private static int digits(Currency currency) {
        int digits = requireNonNull(currency, "currency is missing").getDefaultFractionDigits();
        if (digits < 0) {
            throw new IllegalArgumentException("currency " + currency + " has no smallest unit");
        }
        return digits;
    }

    private static BigDecimal decimal(String amount) {
        try {
            return new BigDecimal(amount);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("amount '" + amount + "' is not a decimal number", e);
        }
    }

    private static Currency known(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("currency '" + code + "' is not a code of ISO 4217", e);
        }
    }

    /** Returns the amount in whole units, with as many decimals as the currency has. */
    public BigDecimal amount() {
        int digits = digits(currency);
        return new BigDecimal(BigInteger.valueOf(minorUnits), digits);
    }

    /** Returns -1, 0 or 1: whether the amount is below, at or above 0. */
    public int signum() {
        return Long.signum(minorUnits);
    }

    /**
     * Returns the sum.
     *
     * @throws IllegalArgumentException if the currencies differ
     * @throws ArithmeticException if it does not fit
     */
    public Money plus(Money other) {
        return new Money(Math.addExact(minorUnits, sameCurrency(other).minorUnits), currency);
    }

    /**
     * Returns this amount less the other.
     *
     * @throws IllegalArgumentException if the currencies differ
     * @throws ArithmeticException if it does not fit
     */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minorUnits, sameCurrency(other).minorUnits), currency);
    }

    private Money sameCurrency(Money other) {
        if (!requireNonNull(other, "other").currency.equals(currency)) {
            throw new IllegalArgumentException(
                    "amounts in " + currency + " and " + other.currency + " cannot be added or compared");
        }
        return other;
    }

    /** Returns the amount in whole units and the currency: {@code 12.50 EUR}. */
    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency;
    }
}
