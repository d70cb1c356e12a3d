package dev.cxkit.metrics;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** What the tests of the fold observe. */
record Visit(String shop, Instant at, int minutes, List<String> bought) implements Serializable {

    private static final long DAY = 86_400;

    static Visit random(Random random) {
        String shop = List.of("north", "south", "east", "west").get(random.nextInt(4));
        Instant at = Instant.ofEpochSecond(1_740_000_000L + (long) (random.nextDouble() * 90 * DAY));
        List<String> bought = List.of("tea", "rice", "salt").subList(0, random.nextInt(4));
        return new Visit(shop, at, random.nextInt(100), bought);
    }
}
