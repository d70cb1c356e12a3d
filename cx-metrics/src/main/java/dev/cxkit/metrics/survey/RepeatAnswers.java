package dev.cxkit.metrics.survey;

/** What to make of several answers of one person in one window. */
public enum RepeatAnswers {

    /** Every answer counts: right for transaction surveys, where each is about another meeting. */
    ALL,

    /**
     * The last answer counts, and of two at the same instant the lower one. The default for relationship surveys, which ask what a
     * person thinks now.
     */
    LAST,

    /**
     * All answers of a person together weigh as much as one: each counts 1 / (number of answers of the person). An interval rests on
     * the number of persons.
     */
    MEAN
}
