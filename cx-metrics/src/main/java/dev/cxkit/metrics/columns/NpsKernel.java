package dev.cxkit.metrics.columns;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.survey.Nps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Counts promoters and detractors in an array, eight answers at a time in the lanes of a long. */
final class NpsKernel {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = ONES << 7;

    /** A lane counts up to 255, so a block is at most that many longs. */
    private static final int BLOCK = 255 * Long.BYTES;

    private NpsKernel() {}

    static Nps count(byte[] scores) {
        requireNonNull(scores, "scores");
        long promoters = 0;
        long notDetractors = 0;
        int longs = scores.length / Long.BYTES * Long.BYTES;
        for (int from = 0; from < longs; from += BLOCK) {
            int to = Math.min(from + BLOCK, longs);
            long high = 0;
            long middle = 0;
            for (int i = from; i < to; i += Long.BYTES) {
                long eight = (long) LONGS.get(scores, i);
                // The top bit of a lane is set from 9, or from 7, on.
                high += ((eight + 0x77 * ONES) >>> 7) & ONES;
                middle += ((eight + 0x79 * ONES) >>> 7) & ONES;
            }
            // A loop of its own: inside the other one the check would keep the compiler from using wide registers.
            long outside = 0;
            for (int i = from; i < to; i += Long.BYTES) {
                long eight = (long) LONGS.get(scores, i);
                outside |= eight | (eight + 0x75 * ONES);
            }
            if ((outside & TOPS) != 0) {
                throw outside(scores);
            }
            promoters += lanes(high);
            notDetractors += lanes(middle);
        }
        for (int i = longs; i < scores.length; i++) {
            int score = scores[i];
            if (score < 0 || score > 10) {
                throw outside(scores);
            }
            promoters += score >= 9 ? 1 : 0;
            notDetractors += score >= 7 ? 1 : 0;
        }
        return Nps.ofCounts(promoters, notDetractors - promoters, scores.length - notDetractors);
    }

    private static long lanes(long counts) {
        long pairs = (counts & 0x00FF00FF00FF00FFL) + ((counts >>> 8) & 0x00FF00FF00FF00FFL);
        return (pairs * 0x0001000100010001L) >>> 48;
    }

    private static IllegalArgumentException outside(byte[] scores) {
        int place = 0;
        while (scores[place] >= 0 && scores[place] <= 10) {
            place++;
        }
        return new IllegalArgumentException(
                "rating " + scores[place] + " at " + place + " is outside 0..10 of scale nps");
    }
}
