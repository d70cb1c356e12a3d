package dev.cxkit.metrics.subscription;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.core.commerce.Movement;
import dev.cxkit.core.commerce.Movement.Kind;
import dev.cxkit.core.commerce.Subscription;
import dev.cxkit.core.customer.CustomerId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Subscriptions as text: {@code START 0 100, CHURN 3 0 price support}: kind, month, amount in euros, reasons. */
final class SubscriptionText {

    private static final String[] REASONS = {"price", "support", "moved", "closed"};

    private SubscriptionText() {}

    static Subscription of(String id, String movements) {
        return Subscription.of(
                id,
                CustomerId.of(id),
                Arrays.stream(movements.split(", ", -1))
                        .map(SubscriptionText::movement)
                        .toArray(Movement[]::new));
    }

    private static Movement movement(String text) {
        String[] words = text.split(" ", -1);
        Movement movement = Movement.of(
                Kind.valueOf(words[0]), Ledger.month(Integer.parseInt(words[1])), Money.of(words[2], "EUR"));
        return words.length == 3 ? movement : movement.withReasons(Arrays.copyOfRange(words, 3, words.length));
    }

    /** A legal life of up to two years, with seats known, unknown or known in part. */
    static Subscription random(Random random) {
        List<Movement> movements = new ArrayList<>();
        long amount = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(500);
        boolean seats = random.nextInt(10) > 0;
        int term = random.nextInt(3) > 0 ? 1 : 12 * (1 + random.nextInt(3));
        int month = random.nextInt(20) - 6;
        movements.add(movement(Kind.START, month, amount, seats, random).forMonths(term));
        Kind last = Kind.START;
        while (random.nextInt(5) > 0 && month < 20) {
            month += random.nextInt(4);
            last = next(last, amount, random);
            amount = switch (last) {
                case CHURN -> 0;
                case PAUSE -> random.nextBoolean() ? 0 : amount;
                case CONTRACTION -> random.nextLong(amount);
                case EXPANSION -> amount + 1 + random.nextInt(100);
                default -> random.nextInt(300);
            };
            movements.add(movement(last, month, amount, seats || random.nextBoolean(), random)
                    .forMonths(term));
        }
        String id = "s" + random.nextInt(1_000_000);
        return new Subscription(id, CustomerId.of(id), null, movements);
    }

    private static Kind next(Kind before, long amount, Random random) {
        return switch (before) {
            case CHURN -> Kind.REACTIVATION;
            case PAUSE -> random.nextBoolean() ? Kind.RESUME : Kind.CHURN;
            default -> {
                Kind[] kinds = amount > 0
                        ? new Kind[] {Kind.EXPANSION, Kind.CONTRACTION, Kind.PAUSE, Kind.CHURN}
                        : new Kind[] {Kind.EXPANSION, Kind.PAUSE, Kind.CHURN};
                yield kinds[random.nextInt(kinds.length)];
            }
        };
    }

    private static Movement movement(Kind kind, int month, long amount, boolean seats, Random random) {
        Movement movement = Movement.of(kind, Ledger.month(month), new Money(amount, Ledger.EUR));
        if (kind != Kind.CHURN) {
            return seats ? movement.withSeats(random.nextInt(20)) : movement;
        }
        int reasons = random.nextInt(4);
        int first = random.nextInt(REASONS.length - reasons + 1);
        Movement churn = movement.withReasons(Arrays.copyOfRange(REASONS, first, first + reasons));
        return random.nextInt(3) == 0 ? churn : churn.withVoluntary(random.nextBoolean());
    }
}
