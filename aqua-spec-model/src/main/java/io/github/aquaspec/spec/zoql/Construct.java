package io.github.aquaspec.spec.zoql;

/**
 * What kind of thing a {@link Problem} is about, so that a rule can name it. Sources: Zuora documentation, Export ZOQL
 * and Zuora Object Query Language; what neither page has is taken as not supported.
 */
public enum Construct {
    /** Anything else that the grammar has no place for. */
    SYNTAX("something else"),
    UNTERMINATED_STRING("a closing quote"),
    UNBALANCED_PARENTHESIS("one closing parenthesis for each opening one"),
    /** Export ZOQL: {@code 'O'Brien'}. */
    UNDOUBLED_QUOTE("a quote inside a string written twice"),
    /** Export ZOQL: {@code 'O\'Brien'}. */
    BACKSLASH_ESCAPE("a quote inside a string written twice, without a backslash"),
    /** ZOQL: {@code 'O'Brien'} and {@code 'O''Brien'}. */
    UNESCAPED_QUOTE("a backslash before a quote inside a string"),
    /** More parentheses and {@code not} inside each other than anybody writes. */
    TOO_DEEP("fewer parentheses inside each other"),
    /** {@code select Id, from Account}. */
    STRAY_COMMA("a field"),
    /** {@code 1,000}. */
    GROUPED_NUMBER("a number without commas"),
    COMMENT("a query without comments"),
    /** {@code ==}, {@code =>}, {@code &&} and the like. */
    ODD_OPERATOR("one of `=`, `!=`, `<`, `>`, `<=`, `>=`"),
    ARITHMETIC("a field or a value without arithmetic"),
    /** {@code Name || ' ' || Currency}. */
    CONCATENATION("fields one by one, with commas between them"),
    /** {@code ‘Active’}: what text programs make of quotes. */
    CURLY_QUOTE("a straight quote, `'`"),
    /** {@code now - 1 day} without quotes. */
    UNQUOTED_TIME("the time in quotes"),
    IN("one comparison for each value"),
    BETWEEN("two comparisons"),
    NOT_LIKE("`not` before the field"),
    SUB_SELECT("a query without another one inside"),
    UNION("one query for each `select`"),
    CASE("a field"),
    TYPED_LITERAL("only the quoted value"),
    SELECT_DISTINCT("`distinct` only inside `count(distinct …)`"),
    JOIN("the joined field with its object and a dot, such as `Account.Name`"),
    SEVERAL_OBJECTS("one object"),
    OBJECT_ALIAS("the object without another name"),
    NESTED_CALL("a field"),
    UNKNOWN_FUNCTION(
            "a field, or outside `where` one of `count`, `sum`, `avg`, `min`, `max`, `date`, `year`, `quarter`,"
                    + " `month`, `week`, `weekofyear`"),
    NESTED_PATH("one object, a dot and a field"),

    /** ZOQL: {@code *} or {@code Account.*}. */
    STAR("the names of the fields"),
    /** ZOQL: a field of another object. */
    JOINED_FIELD("a field of the object itself"),
    /** ZOQL: a date function or an aggregate. */
    FUNCTION("a field"),
    /** ZOQL: {@code as}. */
    ALIAS("the field without another name"),
    /** ZOQL: parentheses round a condition. */
    PARENTHESES("a condition without parentheses; `and` binds tighter than `or`"),
    /** ZOQL: {@code not}. */
    NOT("the opposite operator"),
    /** ZOQL: {@code is null}. */
    IS_NULL("`= null` or `!= null`"),
    /** ZOQL: two fields compared. */
    FIELD_TO_FIELD("a field compared with a value"),
    /** ZOQL: {@code group by}. */
    GROUP_BY("a query without `group by`"),
    /** ZOQL: {@code having}. */
    HAVING("a query without `having`"),
    /** ZOQL: {@code order by}. */
    ORDER_BY("a query without `order by`"),
    /** ZOQL: {@code limit}. */
    LIMIT("a query without `limit`"),

    /** A doubt: {@code <>}. */
    ANGLE_BRACKETS("`!=`");

    private final String instead;

    Construct(String instead) {
        this.instead = instead;
    }

    /** What to write in its place, as the rest of a sentence. */
    public String instead() {
        return instead;
    }
}
