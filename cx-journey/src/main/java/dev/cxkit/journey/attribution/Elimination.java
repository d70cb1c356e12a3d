package dev.cxkit.journey.attribution;

import java.util.Arrays;

/**
 * Takes states out of a chain and leads what passes through them straight on, as Grassmann, Taksar and Heyman ("Regenerative analysis and
 * steady state distributions for Markov chains", 1985) do: sums, products and quotients of numbers that are not negative, so that no
 * digits are lost however long paths stay in the chain.
 *
 * <p>A row holds what goes from a state to the goal, its value, what goes nowhere, and then what goes to each state.
 */
final class Elimination {

    static final int CONVERTED = 0;
    static final int VALUE = 1;
    static final int NULLS = 2;
    static final int STATES = 3;

    private Elimination() {}

    /** Takes out all states from the last down to the one numbered {@code keep}; rows beyond the states are sources. */
    static void reduce(double[][] rows, int states, int keep) {
        for (int k = states - 1; k >= keep; k--) {
            double[] row = rows[k];
            int end = STATES + k;
            double leaving = row[CONVERTED] + row[NULLS];
            for (int column = STATES; column < end; column++) {
                leaving += row[column];
            }
            for (int i = 0; i < rows.length; i++) {
                boolean there = i < k || i >= states;
                if (there && rows[i][end] > 0) {
                    lead(row, rows[i][end] / leaving, rows[i], end);
                }
            }
        }
    }

    private static void lead(double[] from, double part, double[] to, int end) {
        for (int column = 0; column < end; column++) {
            to[column] += part * from[column];
        }
    }

    /**
     * Returns, for a chain of order 1, the conversions and the value that pass through each activity. With all other states taken out, they
     * are what goes from the state to the goal. Half of the states are taken out at a time, so that all activities cost little more than one.
     */
    static double[][] throughEach(StateGraph graph) {
        int states = graph.states();
        double[][] rows = new double[states][STATES + states];
        int[] codes = new int[states];
        for (int i = 0; i < states; i++) {
            codes[i] = graph.lastActivity(i);
            rows[i][CONVERTED] = graph.converted[i];
            rows[i][VALUE] = graph.value[i];
            rows[i][NULLS] = graph.nulls[i];
            for (int edge = graph.first[i]; edge < graph.first[i + 1]; edge++) {
                rows[i][STATES + graph.target[edge]] = graph.flow[edge];
            }
        }
        double[][] through = new double[2][graph.activities().size()];
        halve(rows, codes, through);
        return through;
    }

    private static void halve(double[][] rows, int[] codes, double[][] through) {
        if (codes.length > 1) {
            int middle = codes.length / 2;
            keep(0, middle, rows, codes, through);
            keep(middle, codes.length, rows, codes, through);
        } else if (codes.length == 1) {
            through[0][codes[0]] = rows[0][CONVERTED];
            through[1][codes[0]] = rows[0][VALUE];
        }
    }

    /** Continues with the states from {@code from} to before {@code to}, in a copy in which they come first. */
    private static void keep(int from, int to, double[][] rows, int[] codes, double[][] through) {
        int states = codes.length;
        int kept = to - from;
        double[][] copy = new double[states][STATES + states];
        for (int i = 0; i < states; i++) {
            double[] row = rows[(from + i) % states];
            System.arraycopy(row, 0, copy[i], 0, STATES);
            System.arraycopy(row, STATES + from, copy[i], STATES, states - from);
            System.arraycopy(row, STATES, copy[i], STATES + states - from, from);
        }
        reduce(copy, states, kept);
        halve(Arrays.copyOf(copy, kept), Arrays.copyOfRange(codes, from, to), through);
    }
}
