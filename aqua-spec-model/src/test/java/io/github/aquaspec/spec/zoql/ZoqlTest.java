package io.github.aquaspec.spec.zoql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ZoqlTest {

    @Test
    void reads_aPlainQuery() {
        Parsed parsed = Zoql.parse(
                "select *, Account.Id, BillToContact.* from Invoice where UpdatedDate >= '2026-01-01T00:00:00Z'"
                        + " and (Balance > 0 or not Status like 'D%') order by Id desc limit 5,10;",
                Dialect.EXPORT_ZOQL);
        assertThat(parsed.problems()).isEmpty();
        Query query = parsed.query().orElseThrow();
        assertThat(query.items()).hasSize(3);
        assertThat(query.from().text()).isEqualTo("Invoice");
        assertThat(query.where().orElseThrow().predicates()).hasSize(3);
        assertThat(query.limit().orElseThrow().offset()).isEqualTo(5);
    }
}
