package io.github.aquaspec.spec.zoql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.aquaspec.spec.zoql.Column.Aggregate;
import io.github.aquaspec.spec.zoql.Column.AggregateFunction;
import io.github.aquaspec.spec.zoql.Column.DateFunction;
import io.github.aquaspec.spec.zoql.Column.DatePart;
import io.github.aquaspec.spec.zoql.Column.Field;
import io.github.aquaspec.spec.zoql.Predicate.Comparison;
import io.github.aquaspec.spec.zoql.Predicate.IsNull;
import io.github.aquaspec.spec.zoql.Predicate.Like;
import io.github.aquaspec.spec.zoql.SelectItem.Alias;
import io.github.aquaspec.spec.zoql.SelectItem.RelatedStar;
import io.github.aquaspec.spec.zoql.SelectItem.Selected;
import io.github.aquaspec.spec.zoql.SelectItem.Star;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {

    @Test
    void reads_starsAndFields_withTheirPlaces() {
        String text = "select *, Account.*, Account.Id, Balance from Invoice";
        Query query = parsed(text);
        assertThat(query.items())
                .extracting(item -> item.range().in(text))
                .containsExactly("*", "Account.*", "Account.Id", "Balance");
        assertThat(query.items().get(0)).isInstanceOf(Star.class);
        assertThat(query.items().get(1))
                .isInstanceOfSatisfying(
                        RelatedStar.class,
                        star -> assertThat(star.relation().text()).isEqualTo("Account"));
        assertThat(query.items().get(2))
                .isEqualTo(new Selected(
                        new Range(21, 31),
                        new Field(
                                new Range(21, 31),
                                Optional.of(new Name(new Range(21, 28), "Account")),
                                new Name(new Range(29, 31), "Id")),
                        Optional.empty()));
        assertThat(query.from()).isEqualTo(new Name(new Range(46, 53), "Invoice"));
        assertThat(query.range()).isEqualTo(new Range(0, text.length()));
    }

    @Test
    void tells_aJoinedField_fromOneWithTheObjectInFront() {
        Query query = parsed("select Id, invoice.Id, Account.Id from Invoice");
        assertThat(query.items())
                .map(item -> ((Field) ((Selected) item).column()).isJoined(query.from()))
                .containsExactly(false, false, true);
    }

    @Test
    void reads_aliases_withAndWithoutQuotes() {
        Query query = parsed("select Id as \"The \"\"Id\"\"\", Name as n, Balance as 'b' from Account");
        assertThat(query.items())
                .map(item -> ((Selected) item).alias().orElseThrow())
                .extracting(Alias::text)
                .containsExactly("The \"Id\"", "n", "b");
    }

    @Test
    void reads_callsInAnyCase() {
        Query query = parsed(
                "select COUNT(*), count(distinct Account.Id), Sum( Amount ), weekOfYear(CreatedDate) from Invoice");
        assertThat(query.items())
                .map(item -> ((Selected) item).column())
                .satisfiesExactly(
                        all -> assertThat(all).isInstanceOfSatisfying(Aggregate.class, count -> {
                            assertThat(count.function()).isEqualTo(AggregateFunction.COUNT);
                            assertThat(count.source()).isEmpty();
                        }),
                        distinct -> assertThat(distinct).isInstanceOfSatisfying(Aggregate.class, count -> {
                            assertThat(count.distinct()).isTrue();
                            assertThat(count.source())
                                    .map(Field::name)
                                    .map(Name::text)
                                    .contains("Id");
                        }),
                        sum -> assertThat(sum).isInstanceOfSatisfying(Aggregate.class, it -> {
                            assertThat(it.function()).isEqualTo(AggregateFunction.SUM);
                            assertThat(it.distinct()).isFalse();
                        }),
                        week -> assertThat(week)
                                .isInstanceOfSatisfying(
                                        DatePart.class,
                                        it -> assertThat(it.function()).isEqualTo(DateFunction.WEEKOFYEAR)));
    }

    @Test
    void refuses_toBuildASumOfEverything() {
        assertThatThrownBy(() -> new Aggregate(new Range(0, 1), AggregateFunction.SUM, false, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void binds_andTighterThanOr_andNotTightest() {
        Condition where = where("not a = 1 and b = 2 or c = 3");
        assertThat(where).isInstanceOfSatisfying(Condition.Or.class, or -> {
            assertThat(or.terms()).hasSize(2);
            assertThat(or.terms().get(0))
                    .isInstanceOfSatisfying(
                            Condition.And.class,
                            and -> assertThat(and.terms().get(0)).isInstanceOf(Condition.Not.class));
        });
    }

    @Test
    void keeps_parentheses() {
        assertThat(where("a = 1 and (b = 2 or c = 3)"))
                .isInstanceOfSatisfying(
                        Condition.And.class,
                        and -> assertThat(and.terms().get(1))
                                .isInstanceOfSatisfying(
                                        Condition.Parens.class,
                                        parens -> assertThat(parens.inner()).isInstanceOf(Condition.Or.class)));
    }

    @Test
    void knows_whichComparisonsHoldForEachRow() {
        Condition where = where("a = 1 and (b = 2 and c = 3) and (d = 4 or e = 5) and not f = 6");
        assertThat(where.required()).map(ParserTest::leftName).containsExactly("a", "b", "c");
        assertThat(where.predicates()).map(ParserTest::leftName).containsExactly("a", "b", "c", "d", "e", "f");
    }

    @Test
    void keeps_aLongChainFlat() {
        Condition where = where("a = 1" + " and a = 1".repeat(5_000));
        assertThat(where.predicates()).hasSize(5_001);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "=, EQUAL",
                "!=, NOT_EQUAL",
                "<>, NOT_EQUAL",
                "<, LESS",
                "<=, LESS_OR_EQUAL",
                ">, GREATER",
                ">=, GREATER_OR_EQUAL"
            })
    void reads_eachOperator(String sign, Operator operator) {
        Comparison comparison = (Comparison) where("a" + sign + "1");
        assertThat(comparison.operator()).isEqualTo(operator);
        assertThat(comparison.operatorRange().in("select Id from X where a" + sign + "1"))
                .isEqualTo(sign);
    }

    @Test
    void reads_valuesOfEachType() {
        String text = "select Id from X where a = 'it''s' and b = -1.50 and c = TRUE and d = false and e = null"
                + " and f = 2012-09-12T05:07:32 and g = \"q\" and h = i and j > '12'";
        List<Operand> right = parsed(text)
                .where()
                .orElseThrow()
                .predicates()
                .map(predicate -> ((Comparison) predicate).right())
                .toList();
        assertThat(right)
                .extracting(value -> value.range().in(text))
                .containsExactly(
                        "'it''s'", "-1.50", "TRUE", "false", "null", "2012-09-12T05:07:32", "\"q\"", "i", "'12'");
        assertThat(right.get(0)).isEqualTo(new Literal.Text(right.get(0).range(), "it's"));
        assertThat(right.get(1)).isEqualTo(new Literal.Numeric(right.get(1).range(), new BigDecimal("-1.50")));
        assertThat(right.get(2)).isEqualTo(new Literal.Bool(right.get(2).range(), true));
        assertThat(right.get(3)).isEqualTo(new Literal.Bool(right.get(3).range(), false));
        assertThat(right.get(4)).isInstanceOf(Literal.Null.class);
        assertThat(right.get(5)).isEqualTo(new Literal.UnquotedDate(right.get(5).range(), "2012-09-12T05:07:32"));
        assertThat(right.get(6)).isEqualTo(new Literal.Text(right.get(6).range(), "q"));
        assertThat(right.get(7)).isInstanceOf(Field.class);
        assertThat(right.get(8)).isInstanceOf(Literal.Text.class);
    }

    @Test
    void decodes_backslashes_inZoql() {
        Parsed parsed = Zoql.parse("select Id from X where a = '\\'\\\"\\\\\\n\\r\\t\\b\\f\\x'", Dialect.ZOQL);
        Comparison comparison =
                (Comparison) parsed.query().orElseThrow().where().orElseThrow();
        assertThat(((Literal.Text) comparison.right()).value()).isEqualTo("'\"\\\n\r\t\b\f\\x");
    }

    @Test
    void leaves_backslashesAlone_inExportZoql() {
        Comparison comparison = (Comparison) where("a = 'C:\\new'");
        assertThat(((Literal.Text) comparison.right()).value()).isEqualTo("C:\\new");
    }

    @Test
    void reads_likeAndNullTests() {
        assertThat(where("Name like 'A%'"))
                .isInstanceOfSatisfying(
                        Like.class, like -> assertThat(like.pattern().value()).isEqualTo("A%"));
        assertThat(where("Name is null"))
                .isInstanceOfSatisfying(
                        IsNull.class, test -> assertThat(test.negated()).isFalse());
        assertThat(where("Name IS NOT NULL"))
                .isInstanceOfSatisfying(
                        IsNull.class, test -> assertThat(test.negated()).isTrue());
    }

    @Test
    void reads_groupsAndTheirCondition() {
        Query query = parsed("select AccountId, count(Id) from Invoice group by AccountId, YEAR(InvoiceDate)"
                + " having count(Id) > 5 and max(Balance) < 10");
        assertThat(query.groupBy()).hasSize(2);
        assertThat(query.groupBy().get(1)).isInstanceOf(DatePart.class);
        assertThat(query.having().orElseThrow().predicates()).hasSize(2);
    }

    @Test
    void reads_orderAndDirection() {
        assertThat(parsed("select Id from X order by a, b asc, c DESC").orderBy())
                .extracting(OrderKey::descending)
                .containsExactly(false, false, true);
    }

    @ParameterizedTest
    @CsvSource({"'limit 5', 0, 5", "'limit 50,100', 50, 100", "'LIMIT 0', 0, 0"})
    void reads_theLimit(String clause, long offset, long count) {
        Limit limit = parsed("select Id from X " + clause).limit().orElseThrow();
        assertThat(limit.offset()).isEqualTo(offset);
        assertThat(limit.count()).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select Id from Order",
                "select Order.Id, Order.* from Order order by Order.Id limit 3",
                "select Limit, Date, Month, Count, Case, Group, Distinct from Order where Limit = 1 and Date > '2026-01-01'",
                "select Account.From, Account.Select from Invoice",
                "select count(distinct) from X",
                "select Distinct as d from X",
                "select Left, Union__c, Minus, Timestamp from X"
            })
    void takes_keywordsAsNames_whereTheyCanBeNothingElse(String query) {
        assertThat(Zoql.parse(query, Dialect.EXPORT_ZOQL).problems()).isEmpty();
    }

    @Test
    void tells_whereTheKeywordsStand() {
        String text = "SELECT Id from Order where a IS not null order BY Id";
        assertThat(Zoql.parse(text, Dialect.EXPORT_ZOQL).keywords())
                .extracting(range -> range.in(text))
                .containsExactly("SELECT", "from", "where", "IS", "not", "null", "order", "BY");
    }

    @Test
    void gathers_theColumnsOfAllClauses() {
        String text = "select *, a, max(B.b) as m from X where not (c = d or e like '1') and f is null and 1 < g"
                + " group by h, YEAR(i) having max(j) > 1 order by k, l desc";
        assertThat(parsed(text).columns())
                .map(column -> column.range().in(text))
                .containsExactly("a", "max(B.b)", "c", "d", "e", "f", "g", "h", "YEAR(i)", "max(j)", "k", "l");
    }

    @Test
    void doubts_angleBrackets_andTakesASemicolon() {
        Parsed parsed = Zoql.parse("select Id from X where a <> 1;", Dialect.EXPORT_ZOQL);
        assertThat(parsed.query()).isPresent();
        assertThat(parsed.doubts())
                .extracting(Problem::construct, Problem::range)
                .containsExactly(tuple(Construct.ANGLE_BRACKETS, new Range(25, 27)));
        assertThat(Zoql.parse("select Id from X where a != 1", Dialect.EXPORT_ZOQL)
                        .doubts())
                .isEmpty();
    }

    private static Query parsed(String text) {
        Parsed parsed = Zoql.parse(text, Dialect.EXPORT_ZOQL);
        assertThat(parsed.problems()).isEmpty();
        return parsed.query().orElseThrow();
    }

    private static Condition where(String condition) {
        return parsed("select Id from X where " + condition).where().orElseThrow();
    }

    private static String leftName(Predicate predicate) {
        return ((Field) ((Comparison) predicate).left()).name().text();
    }
}
