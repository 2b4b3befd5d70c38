package io.github.aquaspec.emulator.conformance;

import static io.github.aquaspec.emulator.conformance.Aqua.withDeleted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What a session remembers. */
final class SessionVectors {

    private static final String ACCOUNTS = "select Id, Name from Account";
    private static final String CONTACTS = "select Id, LastName from Contact";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private SessionVectors() {}

    static List<Vector> all() {
        return List.of(
                Vector.withPartner("V10 full, then incremental, then full for a changed query", SessionVectors::loads),
                Vector.emulated("V10 an increment holds what changed, once", SessionVectors::increments),
                Vector.withPartner(
                        "V10 another deleted column loads that query in full", SessionVectors::deletedColumn),
                Vector.withPartner("V11 no queries: the last ones again", SessionVectors::again),
                Vector.emulated("V12 a change of a joined object is not seen", SessionVectors::joined),
                Vector.emulated("V13 a deleted record is flagged, joined cells are empty", SessionVectors::deleted),
                Vector.emulated("V14 created and deleted between two runs is never seen", SessionVectors::unseen),
                Vector.withPartner("V28 jobs of one pair run one after another", SessionVectors::serial),
                Vector.emulated("V29 what an offset leaves out comes next", SessionVectors::offset),
                Vector.emulated("V30 after 181 idle days everything comes again", SessionVectors::idle));
    }

    private static void loads(Aqua aqua) {
        String project = aqua.project();
        JsonNode first = aqua.completed(aqua.session(project, ACCOUNTS, CONTACTS));
        assertThat(full(first)).containsExactly(true, true);
        JsonNode second = aqua.completed(aqua.session(project, ACCOUNTS, CONTACTS));
        assertThat(full(second)).containsExactly(false, false);
        JsonNode third = aqua.completed(aqua.session(project, ACCOUNTS, CONTACTS + " where LastName != null"));
        assertThat(full(third)).containsExactly(false, true);
        JsonNode other = aqua.completed(aqua.session(aqua.project(), ACCOUNTS));
        assertThat(full(other)).containsExactly(true);
    }

    private static void increments(Aqua aqua) {
        String project = aqua.project();
        String old = aqua.id();
        String fresh = aqua.id();
        aqua.put("Account", old, "{\"Name\":\"old\"}");
        List<String> all = ids(aqua, aqua.completed(aqua.session(project, ACCOUNTS)));
        assertThat(all).hasSizeGreaterThan(200).contains(old).doesNotHaveDuplicates();
        assertThat(ids(aqua, aqua.completed(aqua.session(project, ACCOUNTS)))).isEmpty();
        aqua.put("Account", old, "{\"Name\":\"changed\"}");
        aqua.put("Account", fresh, "{\"Name\":\"new\"}");
        JsonNode job = aqua.completed(aqua.session(project, ACCOUNTS));
        assertThat(ids(aqua, job)).containsExactlyInAnyOrder(old, fresh);
        assertThat(aqua.column(job, 0, "Account.Name")).containsExactlyInAnyOrder("changed", "new");
        assertThat(ids(aqua, aqua.completed(aqua.session(project, ACCOUNTS)))).isEmpty();
    }

    private static void deletedColumn(Aqua aqua) {
        String project = aqua.project();
        aqua.completed(aqua.session(project, ACCOUNTS));
        ObjectNode numeric = withDeleted(aqua.session(project, ACCOUNTS), "Gone", "Numeric");
        assertThat(full(aqua.completed(numeric))).containsExactly(true);
        assertThat(full(aqua.completed(numeric))).containsExactly(false);
        assertThat(full(aqua.completed(withDeleted(aqua.session(project, ACCOUNTS), "Gone", "Boolean"))))
                .containsExactly(true);
        assertThat(full(aqua.completed(withDeleted(aqua.session(project, ACCOUNTS), "Removed", "Boolean"))))
                .containsExactly(true);
        assertThat(full(aqua.completed(aqua.session(project, ACCOUNTS)))).containsExactly(true);
    }

    private static void again(Aqua aqua) {
        String project = aqua.project();
        JsonNode first = aqua.completed(aqua.session(project, ACCOUNTS, CONTACTS));
        JsonNode second = aqua.completed(aqua.session(project));
        assertThat(full(second)).containsExactly(false, false);
        for (int i = 0; i < 2; i++) {
            assertThat(second.path("batches").path(i).path("query"))
                    .isEqualTo(first.path("batches").path(i).path("query"));
            assertThat(second.path("batches").path(i).path("name"))
                    .isEqualTo(first.path("batches").path(i).path("name"));
        }
    }

    private static void joined(Aqua aqua) {
        String project = aqua.project();
        String contact = aqua.id();
        String account = aqua.id();
        aqua.put("Contact", contact, "{\"LastName\":\"Before\"}");
        aqua.put("Account", account, "{\"BillToId\":\"" + contact + "\",\"SoldToId\":\"" + contact + "\"}");
        String query = "select Id, BillToContact.LastName from Account";
        aqua.completed(aqua.session(project, query));
        aqua.put("Contact", contact, "{\"LastName\":\"After\"}");
        assertThat(ids(aqua, aqua.completed(aqua.session(project, query)))).isEmpty();
        aqua.put("Account", account, "{\"Name\":\"touched\"}");
        JsonNode job = aqua.completed(aqua.session(project, query));
        assertThat(aqua.column(job, 0, "BillToContact.LastName")).containsExactly("After");
    }

    private static void deleted(Aqua aqua) {
        String project = aqua.project();
        String account = aqua.id();
        String contact = aqua.id();
        aqua.put("Contact", contact, "{\"LastName\":\"Payer\"}");
        aqua.put(
                "Account",
                account,
                "{\"Name\":\"to go\",\"BillToId\":\"" + contact + "\",\"SoldToId\":\"" + contact + "\"}");
        ObjectNode job = withDeleted(
                aqua.session(project, "select Id, Name, BillToContact.Id from Account"), "MyDeleted", "Numeric");
        JsonNode full = aqua.completed(job);
        assertThat(aqua.column(full, 0, "Account.MyDeleted")).containsOnly("0");
        aqua.delete("Account", account);
        JsonNode increment = aqua.completed(job);
        assertThat(aqua.rows(increment, 0))
                .containsExactly(
                        List.of("Account.MyDeleted", "Account.Id", "Account.Name", "BillToContact.Id"),
                        List.of("1", account, "to go", ""));
        assertThat(increment.path("batches").path(0).path("recordCount").asInt())
                .isEqualTo(1);
        assertThat(ids(aqua, aqua.completed(job))).isEmpty();
        JsonNode later = aqua.completed(withDeleted(
                aqua.session(aqua.project(), "select Id, Name, BillToContact.Id from Account"), "D", "Boolean"));
        assertThat(aqua.column(later, 0, "Account.D")).containsOnly("false");
        assertThat(ids(aqua, later)).doesNotContain(account);
    }

    private static void unseen(Aqua aqua) {
        String project = aqua.project();
        String brief = aqua.id();
        ObjectNode job = withDeleted(aqua.session(project, ACCOUNTS), "Gone", "Boolean");
        aqua.completed(job);
        aqua.put("Account", brief, "{\"Name\":\"brief\"}");
        aqua.delete("Account", brief);
        assertThat(ids(aqua, aqua.completed(job))).isEmpty();
    }

    private static void serial(Aqua aqua) {
        String project = aqua.project();
        JsonNode first = aqua.submit(aqua.session(project, ACCOUNTS));
        JsonNode second = aqua.submit(aqua.session(project, ACCOUNTS));
        JsonNode secondEnded = aqua.ended(second);
        JsonNode firstEnded = aqua.poll(first);
        assertThat(firstEnded.path("status").asText())
                .as("the first has ended when the second has")
                .isEqualTo("completed");
        assertThat(startTime(firstEnded)).isBeforeOrEqualTo(startTime(secondEnded));
        assertThat(full(firstEnded)).containsExactly(true);
        assertThat(full(secondEnded)).containsExactly(false);
    }

    private static void offset(Aqua aqua) {
        String project = aqua.project();
        String early = aqua.id();
        String late = aqua.id();
        ObjectNode job = aqua.session(project, ACCOUNTS).put("offset", 600);
        aqua.completed(job);
        aqua.pass(MINUTE.multipliedBy(11));
        aqua.put("Account", early, "{\"Name\":\"early\"}");
        aqua.pass(MINUTE.multipliedBy(11));
        aqua.put("Account", late, "{\"Name\":\"late\"}");
        aqua.pass(MINUTE.multipliedBy(9));
        assertThat(ids(aqua, aqua.completed(job))).containsExactly(early);
        aqua.pass(MINUTE.multipliedBy(2));
        assertThat(ids(aqua, aqua.completed(job))).containsExactly(late);
        assertThat(ids(aqua, aqua.completed(job))).isEmpty();
    }

    private static void idle(Aqua aqua) {
        ObjectNode job = aqua.session(aqua.project(), ACCOUNTS);
        aqua.completed(job);
        aqua.pass(Duration.ofDays(179));
        assertThat(full(aqua.completed(job))).containsExactly(false);
        aqua.pass(Duration.ofDays(181));
        assertThat(full(aqua.completed(job))).containsExactly(true);
    }

    private static Instant startTime(JsonNode job) {
        return OffsetDateTime.parse(
                        job.path("startTime").asText(), DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx"))
                .toInstant();
    }

    private static List<String> ids(Aqua aqua, JsonNode job) {
        return aqua.column(job, 0, "Account.Id");
    }

    private static List<Boolean> full(JsonNode job) {
        return job.path("batches").findValues("full").stream()
                .map(JsonNode::asBoolean)
                .toList();
    }
}
