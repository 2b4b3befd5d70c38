package io.github.aquaspec.emulator.query;

/** A query that AQuA refuses when the job is submitted; the message is the detail it gives. */
public final class QueryRejected extends Exception {

    /** Which rule the query breaks. */
    public enum Rule {
        SYNTAX,
        DISTINCT_WITHOUT_COUNT
    }

    private final Rule rule;

    private QueryRejected(Rule rule, String detail) {
        super(detail);
        this.rule = rule;
    }

    static QueryRejected syntax(String detail) {
        return new QueryRejected(Rule.SYNTAX, detail);
    }

    static QueryRejected distinct(String detail) {
        return new QueryRejected(Rule.DISTINCT_WITHOUT_COUNT, detail);
    }

    static QueryRejected unknownDataSource() {
        return syntax("The requested data source could not be found");
    }

    static QueryRejected unknownField(String name) {
        return syntax("There is no field named " + name);
    }

    public Rule rule() {
        return rule;
    }
}
