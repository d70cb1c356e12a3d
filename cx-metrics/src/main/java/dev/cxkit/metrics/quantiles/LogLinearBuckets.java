package dev.cxkit.metrics.quantiles;

/**
 * Buckets of whole numbers of at least 0: each power of two is cut into 128, so a bucket is 1 wide for numbers below 256 and 1/128 to
 * 1/256 as wide as its numbers above. The middle of a bucket is at most 1/256 away from any number in it, relative to that number.
 */
final class LogLinearBuckets {

    /** How many buckets make a power of two. */
    static final int OCTAVE = 128;

    /** How many buckets there are; a negative number would get a later one. */
    static final int COUNT = indexOf(Long.MAX_VALUE) + 1;

    private LogLinearBuckets() {}

    /**
     * The bucket of a number; never falls while the number grows. The leading zeros give the octave, the first 8 bits after them the
     * place in it.
     */
    static int indexOf(long number) {
        int zeros = Long.numberOfLeadingZeros(number);
        // Java shifts by 64 as by 0, which leaves 0 as it is and gives it the bucket 0.
        return (int) ((number << zeros) >>> 56) - zeros * OCTAVE + Long.SIZE * OCTAVE;
    }

    /** The lowest number of the bucket or, if it has none, of the next bucket that has one; at most the largest long. */
    static long lowest(int index) {
        long low = 0;
        long high = Long.MAX_VALUE;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (indexOf(middle) >= index) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The highest number of a bucket that has one. */
    static long highest(int index) {
        return index == COUNT - 1 ? Long.MAX_VALUE : lowest(index + 1) - 1;
    }

    /** The middle of a bucket that has a number: the number itself if it is the only one. */
    static double middle(int index) {
        long lowest = lowest(index);
        return (double) lowest + (double) (highest(index) - lowest) / 2;
    }
}
