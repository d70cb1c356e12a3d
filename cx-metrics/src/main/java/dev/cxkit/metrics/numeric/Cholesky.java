package dev.cxkit.metrics.numeric;

import java.util.Arrays;

/**
 * A covariance or information matrix taken apart as {@code L D L'}. A row that is a combination of rows before it, up to rounding, is
 * excluded from the solution, which is then one of the generalised inverse.
 */
public final class Cholesky {

    private final int size;
    private final double[] lower;
    private final double[] diagonal;

    /** Which rows are in. */
    private final boolean[] kept;

    /**
     * Takes a matrix apart.
     *
     * @param matrix the symmetric matrix, row by row; not changed
     * @param tolerance the part of the diagonal that must be left for a row to say something of its own
     */
    public Cholesky(double[] matrix, int size, double tolerance) {
        this.size = size;
        lower = new double[size * size];
        diagonal = new double[size];
        kept = new boolean[size];
        for (int j = 0; j < size; j++) {
            double rest = matrix[j * size + j];
            for (int k = 0; k < j; k++) {
                rest -= lower[j * size + k] * lower[j * size + k] * diagonal[k];
            }
            kept[j] = rest > tolerance * matrix[j * size + j];
            if (kept[j]) {
                diagonal[j] = rest;
                for (int i = j + 1; i < size; i++) {
                    double sum = matrix[i * size + j];
                    for (int k = 0; k < j; k++) {
                        sum -= lower[i * size + k] * lower[j * size + k] * diagonal[k];
                    }
                    lower[i * size + j] = sum / rest;
                }
            }
        }
    }

    public int rank() {
        int rank = 0;
        for (boolean each : kept) {
            rank += each ? 1 : 0;
        }
        return rank;
    }

    public boolean isKept(int row) {
        return kept[row];
    }

    /** Solves for a vector; 0 for rows that are excluded. */
    public double[] solve(double... right) {
        double[] x = right.clone();
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i * size + k] * x[k];
            }
            x[i] = kept[i] ? x[i] : 0;
        }
        for (int i = 0; i < size; i++) {
            x[i] = kept[i] ? x[i] / diagonal[i] : 0;
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                x[i] -= kept[i] ? lower[k * size + i] * x[k] : 0;
            }
        }
        return x;
    }

    /** The vector times the inverse times the vector. */
    public double form(double... vector) {
        double[] solved = solve(vector);
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += vector[i] * solved[i];
        }
        return Math.max(0, sum);
    }

    /** The diagonal of the inverse. */
    public double[] inverseDiagonal() {
        double[] inverse = new double[size];
        Arrays.setAll(inverse, i -> column(i)[i]);
        return inverse;
    }

    /** A column of the inverse. */
    public double[] column(int place) {
        double[] unit = new double[size];
        unit[place] = 1;
        return solve(unit);
    }
}
