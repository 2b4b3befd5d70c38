package io.github.aquaspec.spec.rule;

import io.github.aquaspec.spec.diagnostic.ZoqlCode;
import io.github.aquaspec.spec.zoql.Construct;
import io.github.aquaspec.spec.zoql.Dialect;
import io.github.aquaspec.spec.zoql.Problem;
import io.github.aquaspec.spec.zoql.RelativeTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a problem of the grammar is told: few codes for many constructs.
 *
 * @param code the kind
 * @param problem what was found
 * @param dialect the language it was found in
 */
record Refusal(ZoqlCode code, Problem problem, Dialect dialect) {

    private static final Pattern TYPE = Pattern.compile("^\\w+\\s*");

    static Refusal of(Problem problem, Dialect dialect) {
        return new Refusal(code(problem.construct()), problem, dialect);
    }

    private static ZoqlCode code(Construct construct) {
        return switch (construct) {
            case SYNTAX,
                    UNBALANCED_PARENTHESIS,
                    STRAY_COMMA,
                    GROUPED_NUMBER,
                    TOO_DEEP,
                    ODD_OPERATOR,
                    ANGLE_BRACKETS,
                    CURLY_QUOTE -> ZoqlCode.UNREADABLE;
            case UNTERMINATED_STRING, UNDOUBLED_QUOTE, BACKSLASH_ESCAPE, UNESCAPED_QUOTE -> ZoqlCode.QUOTE_IN_TEXT;
            case JOIN, SEVERAL_OBJECTS, OBJECT_ALIAS, NESTED_PATH -> ZoqlCode.JOINED_AS_IN_SQL;
            case COMMENT, ARITHMETIC, CONCATENATION, IN, BETWEEN, NOT_LIKE, SUB_SELECT, UNION, CASE, SELECT_DISTINCT ->
                ZoqlCode.ONLY_IN_SQL;
            case TYPED_LITERAL -> ZoqlCode.DATE_WITHOUT_QUOTES;
            case UNQUOTED_TIME -> ZoqlCode.RELATIVE_TIME_FORM;
            case NESTED_CALL, UNKNOWN_FUNCTION -> ZoqlCode.MISPLACED_FUNCTION;
            case STAR,
                    JOINED_FIELD,
                    FUNCTION,
                    ALIAS,
                    PARENTHESES,
                    NOT,
                    IS_NULL,
                    FIELD_TO_FIELD,
                    GROUP_BY,
                    HAVING,
                    ORDER_BY,
                    LIMIT -> ZoqlCode.NOT_IN_ZOQL;
        };
    }

    /**
     * What to type, where that is plain.
     *
     * @param found the text of the problem
     */
    Optional<String> fix(String found) {
        if (code == ZoqlCode.NOT_IN_ZOQL) {
            return Optional.of("do without it, or write type: zoqlexport");
        }
        return Optional.ofNullable(
                switch (problem.construct()) {
                    case SYNTAX -> syntax(found);
                    case UNBALANCED_PARENTHESIS ->
                        problem.range().length() == 0
                                ? "write )"
                                : "leave it out, or write ( where what it closes begins";
                    case GROUPED_NUMBER -> "leave the comma out";
                    case STRAY_COMMA -> "leave out the comma before it, or write the field that is missing";
                    case UNTERMINATED_STRING -> "write the closing quote";
                    case UNDOUBLED_QUOTE, BACKSLASH_ESCAPE, UNESCAPED_QUOTE -> quote();
                    case ODD_OPERATOR -> "write " + problem.wanted();
                    case JOIN, SEVERAL_OBJECTS ->
                        "write one object behind from, and the fields of others as Object.Field";
                    case OBJECT_ALIAS -> "leave it out, and write the object's own name before its fields";
                    case NESTED_PATH -> "write " + lastTwo(found);
                    case COMMENT -> "leave it out; a comment can stand behind # outside the query";
                    case IN ->
                        isNegated(found) ? "write Field != 'a' and Field != 'b'" : either("Field = 'a' or Field = 'b'");
                    case BETWEEN ->
                        isNegated(found)
                                ? either("Field < 1 or Field > 2")
                                : dialect == Dialect.ZOQL
                                        ? "write Field >= 1 and Field <= 2"
                                        : "write (Field >= 1 and Field <= 2)";
                    case CONCATENATION -> "write , in its place, and join the columns where the file is read";
                    case CURLY_QUOTE -> "write ' at both ends of the text";
                    case UNQUOTED_TIME -> "write 'now - 12 hours' or 'today - 30 days', quotes included";
                    case UNKNOWN_FUNCTION ->
                        RelativeTime.isClock(found)
                                ? clock()
                                : "write the field, and do the rest where the file is read";
                    case NESTED_CALL -> "write one function, and do the rest where the file is read";
                    case ARITHMETIC -> "write a field or a value, and reckon where the file is read";
                    case CASE -> "write the field, and tell the cases apart where the file is read";
                    case UNION -> "write another query for the second select";
                    case SUB_SELECT -> "write another query for the inner select, and join where the files are read";
                    case SELECT_DISTINCT -> "leave it out";
                    case TYPED_LITERAL ->
                        "write " + DateText.quoted(TYPE.matcher(found).replaceFirst(""));
                    default -> null;
                });
    }

    private String syntax(String found) {
        if (problem.range().length() == 0) {
            return "write " + problem.wanted();
        }
        if (found.contains("${")) {
            return "write " + problem.wanted() + " itself; a placeholder stands for a value";
        }
        return problem.wanted().contains("the end")
                ? "leave it out, or mend its spelling"
                : "write " + problem.wanted() + " before it or in its place, or leave it out";
    }

    private static boolean isNegated(String found) {
        return found.regionMatches(true, 0, "not", 0, 3);
    }

    private String either(String alternatives) {
        return dialect == Dialect.ZOQL
                ? "write type: zoqlexport and (" + alternatives + "); ZOQL has no parentheses"
                : "write (" + alternatives + ")";
    }

    private String clock() {
        return dialect == Dialect.ZOQL ? "write the time itself" : "write 'now', or a time such as 'today - 30 days'";
    }

    private String quote() {
        return dialect == Dialect.ZOQL ? "write \\' for a quote inside a text" : "write '' for a quote inside a text";
    }

    private static String lastTwo(String path) {
        int last = path.lastIndexOf('.');
        return path.substring(path.lastIndexOf('.', last - 1) + 1).strip();
    }
}
