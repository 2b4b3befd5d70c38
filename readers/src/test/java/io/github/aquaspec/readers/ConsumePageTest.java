package io.github.aquaspec.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.DataFrameReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** docs/consume.md does what it says, and what it says goes wrong otherwise goes wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsumePageTest {

    private static final Pattern OPTION = Pattern.compile("\\.option\\(\"(\\w+)\", ([\"'])(.*?)\\2\\)");

    private Published published;
    private DuckDb duckDb;
    private Spark spark;
    private String page;

    @BeforeAll
    void start() throws Exception {
        published = new Published();
        duckDb = new DuckDb();
        spark = new Spark();
        page = Files.readString(Recipes.PAGE);
    }

    @AfterAll
    void stop() throws Exception {
        duckDb.close();
        spark.close();
    }

    @Test
    void namesTheVersionsThatReadIt() {
        assertThat(page)
                .contains(duckDb.name(), spark.name(), Script.frictionless().name(), "FastCSV " + fastCsv());
    }

    @Test
    void checksFirst() {
        List<String> blocks = Recipes.of("Check first", "sh");
        assertThat(blocks).hasSize(2);
        assertThat(shell(blocks.get(0), published.accounts.folder()).output())
                .contains("account.csv: OK", "invoice-item.csv: OK", "datapackage.json: OK");
        assertThat(shell(blocks.get(1), published.accounts.folder()).output())
                .isEqualTo("account.csv\t240\ninvoice-item.csv\t1440\n");
    }

    @Test
    void checksFirst_andSeesAFileThatIsCut(@TempDir Path copy) throws Exception {
        for (String name : List.of("account.csv", "invoice-item.csv", "datapackage.json", "SHA256SUMS")) {
            Files.copy(published.accounts.folder().resolve(name), copy.resolve(name));
        }
        byte[] bytes = Files.readAllBytes(copy.resolve("account.csv"));
        Files.write(copy.resolve("account.csv"), Arrays.copyOf(bytes, bytes.length - 1));

        Commands.End end = shell(Recipes.first("Check first", "sh"), copy);

        assertThat(end.exit()).isEqualTo(1);
        assertThat(end.output()).contains("account.csv: FAILED");
    }

    @Test
    void isComplete_toCoreutils_untilAFileTooManyIsThere(@TempDir Path copy) throws Exception {
        List<String> blocks = Recipes.of(Recipes.PAGE.resolveSibling("snapshot.md"), "Complete", "sh");
        assertThat(blocks).hasSize(2);
        for (Snapshot snapshot : published.all()) {
            assertThat(shell(blocks.get(0), snapshot.folder()).exit()).isZero();
            assertThat(shell(blocks.get(1), snapshot.folder()).output()).isEmpty();
        }
        for (String name : List.of("account.csv", "SHA256SUMS")) {
            Files.copy(published.accounts.folder().resolve(name), copy.resolve(name));
        }
        Files.writeString(copy.resolve("too-many.csv"), "a");

        assertThat(shell(blocks.get(0), copy).output()).contains("invoice-item.csv: FAILED open or read");
        assertThat(shell(blocks.get(1), copy).output()).isEqualTo("too-many.csv\n");
    }

    @Test
    void compressedFilesAreWholeToGzip() {
        assertThat(published.compressed.tables()).allSatisfy(table -> {
            String name = table.file().getFileName().toString();
            assertThat(Commands.end(published.compressed.folder(), "gzip", "-t", name)
                            .exit())
                    .isZero();
        });
    }

    @Test
    void duckDb_readsTheFilesOfTheDescriptor_andCasts() throws Exception {
        List<String> blocks = Recipes.of("DuckDB", "sql");
        assertThat(blocks).hasSize(3);
        String[] statements = in(published.segments, blocks.get(1)).split(";\n", 2);
        duckDb.run(statements[0]);

        Found found = duckDb.read(statements[1], published.accounts.tables().get(0));

        assertThat(found).isEqualTo(account());
        duckDb.run(blocks.get(2));
        assertThat(duckDb.ask("SELECT string_agg(DISTINCT typeof(\"Account.Balance\")) FROM account_typed"))
                .isEqualTo("DECIMAL(22,9)");
        assertThat(duckDb.ask("SELECT count(*) FROM account_typed JOIN account USING (\"Account.Id\")"
                        + " WHERE epoch(account_typed.\"Account.UpdatedDate\")"
                        + " = epoch(CAST(account.\"Account.UpdatedDate\" AS TIMESTAMPTZ))"))
                .isEqualTo("240");
    }

    @Test
    void spark_readsTheSameInPython_alsoManyFiles() throws Exception {
        Map<String, String> options = new TreeMap<>();
        Matcher option = OPTION.matcher(Recipes.first("Spark", "python"));
        while (option.find()) {
            options.put(option.group(1), option.group(3).replace("\\n", "\n"));
        }
        Matcher sql = Pattern.compile("(\\w+) '(.*?)'").matcher(Recipes.first("Spark", "sql"));
        Map<String, String> same = new TreeMap<>();
        while (sql.find()) {
            same.put(sql.group(1), sql.group(2).replace("\\n", "\n"));
        }
        same.remove("path");
        assertThat(options).hasSize(6).isEqualTo(same);

        DataFrameReader reader = spark.session().read().options(options);
        String[] files = published.segments.tables().stream()
                .map(table -> table.file().toString())
                .toArray(String[]::new);
        Found found = Spark.look(reader.csv(files), published.accounts.tables().get(0));

        assertThat(found.records()).isEqualTo(240);
        assertThat(found.unordered()).isEqualTo(account().unordered());
    }

    @Test
    void parquetHoldsTheSame(@TempDir Path folder) throws Exception {
        String parquet = folder.resolve("account.parquet").toString();
        duckDb.run(in(published.accounts, Recipes.first("Parquet", "sql")).replace("account.parquet", parquet));

        Snapshot.Table table = published.accounts.tables().get(0);
        assertThat(duckDb.read("CREATE TABLE account AS FROM '" + parquet + "'", table))
                .isEqualTo(account());
        assertThat(Spark.look(spark.session().read().parquet(parquet), table)).isEqualTo(account());
    }

    @Test
    void incrementsAreTheLastOfEach_lessWhatWasDeleted(@TempDir Path folder) throws Exception {
        String[] windows = {
            "Deleted,Account.Id,Account.UpdatedDate\nfalse,1,2026-01-01\nfalse,2,2026-01-01\nfalse,3,2026-01-01\n",
            "Deleted,Account.Id,Account.UpdatedDate,Account.New__c\nfalse,1,2026-01-02,x\ntrue,2,2026-01-02,\n"
        };
        for (int day = 1; day <= windows.length; day++) {
            Path snapshot = Files.createDirectories(folder.resolve("2026010" + day + "T000000Z"));
            Files.writeString(snapshot.resolve("account.csv"), windows[day - 1]);
        }

        duckDb.run(Recipes.first("Increments", "sql").replace("target/aqua/nightly", folder.toString()));

        assertThat(duckDb.ask("SELECT string_agg(\"Account.Id\" || ' ' || \"Account.UpdatedDate\", ', ' ORDER BY 1)"
                        + " FROM (SELECT * FROM account ORDER BY \"Account.Id\")"))
                .isEqualTo("1 2026-01-02, 3 2026-01-01");
    }

    @Test
    void dbtAsksDuckDbForTheSame() throws Exception {
        String location = new YAMLMapper()
                .readTree(Recipes.first("dbt", "yaml"))
                .at("/sources/0/config/external_location")
                .textValue()
                .replace("{name}", "account");
        String names =
                shell(Recipes.first("dbt", "sh"), published.accounts.folder()).output();

        assertThat(duckDb.read(
                        "CREATE TABLE account AS FROM " + in(published.accounts, location),
                        published.accounts.tables().get(0)))
                .isEqualTo(account());
        assertThat(names).isEqualTo("      - name: account\n      - name: invoice-item\n");
    }

    @Test
    void guessing_changesValues() throws Exception {
        String guessed = "read_csv('" + published.accounts.tables().get(0).file() + "')";

        assertThat(duckDb.ask("SELECT typeof(\"Account.Balance\") FROM " + guessed))
                .isEqualTo("DOUBLE");
    }

    @Test
    void sparkNeedsEachOfItsOptions() throws Exception {
        String recipe = Recipes.first("Spark", "sql");
        assertThat(read(recipe.replace(" multiLine 'true',", ""), "nasty-lf").records())
                .isGreaterThan(31);
        assertThat(read(recipe.replace(" escape '\"',", ""), "nasty-lf")).isNotEqualTo(expected("nasty-lf"));
        assertThat(read(recipe.replace(", lineSep '\\n'", ""), "nasty-crlf")).isNotEqualTo(expected("nasty-crlf"));
    }

    @Test
    void emptyLinesOfOneColumnAreLost_wherePassedOver() throws Exception {
        Snapshot.Table narrow = table("narrow");

        assertThat(narrow.records()).isEqualTo(3);
        assertThat(spark.read(narrow).records()).isEqualTo(2);
        assertThat(duckDb.read(narrow)).isEqualTo(expected("narrow"));
        String sql = Recipes.about(Recipes.first("DuckDB", "sql"), narrow.file());
        assertThat(duckDb.read(sql.replace("nullstr = ''", "nullstr = 'NULL'"), narrow)
                        .records())
                .isEqualTo(2);
    }

    @Test
    void whatIsNotOnThePageIsNoRecipe() {
        assertThatThrownBy(() -> Recipes.of("Abacus", "sql")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> Recipes.about("FROM elsewhere", Path.of("x"))).isInstanceOf(AssertionError.class);
    }

    private Found read(String recipe, String name) throws Exception {
        return spark.read(Recipes.about(recipe, table(name).file()), table(name));
    }

    private Snapshot.Table table(String name) {
        return published.handMade.tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Found expected(String name) throws Exception {
        return published.expected(table(name));
    }

    private Found account() throws Exception {
        return published.expected(published.accounts.tables().get(0));
    }

    private static String in(Snapshot snapshot, String block) {
        assertThat(block).contains(Recipes.FOLDER);
        return block.replace(Recipes.FOLDER, snapshot.folder().toString());
    }

    private static Commands.End shell(String block, Path folder) {
        assertThat(block).contains(Recipes.FOLDER);
        return Commands.end(Path.of("."), "sh", "-c", block.replace(Recipes.FOLDER, folder.toString()));
    }

    private static String fastCsv() {
        return System.getProperty("fastcsv.version");
    }
}
