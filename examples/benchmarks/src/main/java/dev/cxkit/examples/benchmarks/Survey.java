package dev.cxkit.examples.benchmarks;

import dev.cxkit.core.time.Cadence;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The answers to a made-up survey, the same for every contender: 100 stores, 52 weeks, one question from 0 to 10 and one from 1 to 5.
 *
 * @param stores for each row the place of its store in {@link #STORES}
 * @param epochSeconds for each row its time
 * @param nps for each row 0..10
 * @param csat for each row 1..5
 */
@SuppressWarnings("ArrayRecordComponent")
public record Survey(int[] stores, long[] epochSeconds, byte[] nps, byte[] csat) {

    /** In which order the rows lie. */
    public enum Order {

        /** As they came in. */
        TIME,

        /** None: each row meets another cell than the one before, which is hard on caches. */
        NONE
    }

    static final List<String> STORES =
            IntStream.range(0, 100).mapToObj("store-%03d"::formatted).toList();
    static final ZoneId ZONE = ZoneOffset.UTC;
    static final Cadence WEEKLY = Cadence.weekly(ZONE);

    /** A Monday. */
    static final long START = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();

    static final int WEEK = 7 * 24 * 60 * 60;
    private static final int WEEKS = 52;
    private static final long SEED = 20_240_101;

    /** How many of 64 answers give 0, 1, 2 and so on. */
    private static final byte[] NPS = values(0, 2, 1, 1, 2, 2, 4, 5, 9, 13, 11, 14);

    private static final byte[] CSAT = values(1, 5, 6, 12, 21, 20);

    static Survey of(int rows, Order order) {
        Survey survey = new Survey(new int[rows], new long[rows], new byte[rows], new byte[rows]);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < rows; i++) {
            long bits = random.nextLong();
            survey.stores[i] = random.nextInt(STORES.size());
            int second = random.nextInt(WEEKS * WEEK);
            survey.epochSeconds[i] = START + (order == Order.NONE ? second : (long) i * WEEKS * WEEK / rows);
            survey.nps[i] = NPS[(int) bits & 63];
            survey.csat[i] = CSAT[(int) (bits >>> 6) & 63];
        }
        return survey;
    }

    static byte[] npsScores(int rows) {
        byte[] scores = new byte[rows];
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < rows; i++) {
            scores[i] = NPS[(int) random.nextLong() & 63];
        }
        return scores;
    }

    /** The same rows as objects; the names of the stores are shared, as they are after any reader that keeps a table of them. */
    List<Response> responses() {
        List<Response> responses = new ArrayList<>(stores.length);
        for (int i = 0; i < stores.length; i++) {
            responses.add(new Response(STORES.get(stores[i]), Instant.ofEpochSecond(epochSeconds[i]), nps[i], csat[i]));
        }
        return responses;
    }

    private static byte[] values(int first, int... counts) {
        byte[] values = new byte[64];
        int next = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i]; j++) {
                values[next++] = (byte) (first + i);
            }
        }
        return values;
    }
}
