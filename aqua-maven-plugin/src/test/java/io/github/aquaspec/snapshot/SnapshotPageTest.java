package io.github.aquaspec.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/snapshot.md lists the members of the descriptor: all of them, in their order, and no others. */
class SnapshotPageTest {

    private static final Path PAGE = Path.of("..", "docs", "snapshot.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| (●?) ?\\| \\S.* \\|$");

    @Test
    void listsEveryMember_inTheirOrder() throws Exception {
        assertThat(listed(row -> true)).containsExactlyElementsOf(members(DescriptorTest.FULL));
    }

    @Test
    void saysWhichAreAlwaysThere() throws Exception {
        DataPackage full = DescriptorTest.FULL;
        DataPackage.Resource one = full.resources().get(0);
        DataPackage.Query query = one.query();
        DataPackage small = new DataPackage(
                full.name(),
                Optional.empty(),
                Optional.empty(),
                new DataPackage.Job(
                        full.job().id(),
                        full.job().version(),
                        full.job().mode(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                List.of(new DataPackage.Resource(
                        one.name(),
                        new StoredFile("a.csv", 1, one.file().sha256()),
                        one.columns(),
                        one.nullText(),
                        Optional.empty(),
                        one.content(),
                        new DataPackage.Query(
                                query.name(),
                                query.text(),
                                query.type(),
                                Optional.empty(),
                                Optional.empty(),
                                query.load(),
                                Optional.empty(),
                                Optional.empty()))));

        assertThat(listed(row -> row.group(2).equals("●"))).containsExactlyElementsOf(members(small));
    }

    private static List<String> listed(Predicate<MatchResult> rows) throws Exception {
        return ROW.matcher(Files.readString(PAGE))
                .results()
                .filter(rows)
                .map(row -> row.group(1))
                .toList();
    }

    private static Set<String> members(DataPackage descriptor) throws Exception {
        Set<String> members = new LinkedHashSet<>();
        collect("", new ObjectMapper().readTree(DescriptorWriter.write(descriptor)), members);
        return members;
    }

    private static void collect(String path, JsonNode node, Collection<String> members) {
        if (node.isObject()) {
            node.properties()
                    .forEach(member ->
                            collect(path + (path.isEmpty() ? "" : ".") + member.getKey(), member.getValue(), members));
        } else if (node.isArray()) {
            node.forEach(item -> collect(path + "[]", item, members));
        } else {
            members.add(path);
        }
    }
}
