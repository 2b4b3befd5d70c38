package io.github.aquaspec.spec.diagnostic;

/** AQ0xx: the text of a manifest cannot be read, before anybody looks at what it says. */
public enum ReadingCode implements Code {
    NOT_UTF8("AQ001", "A manifest is UTF-8; in another encoding its characters would change unseen."),
    TOO_LARGE("AQ002", "A manifest has at most 2 MiB, so that a wrong file is refused before it is read."),
    EMPTY("AQ003", "A manifest without content describes no job."),
    SYNTAX("AQ004", "Where quotes, brackets or indentation do not add up, nobody can know what is meant."),
    DUPLICATE_KEY("AQ005", "Of two equal keys only one would count, and nobody could tell which."),
    ANCHOR("AQ006", "A manifest says what it means where it stands; it has no anchors and aliases."),
    TAG("AQ007", "The key that holds a value decides its type; tags are not read."),
    MERGE_KEY("AQ008", "A manifest says what it means where it stands; it has no merge keys."),
    SECOND_DOCUMENT("AQ009", "A file describes one job; a second document would be left out unseen."),
    TOO_DEEP("AQ010", "No manifest needs more than 20 levels."),
    TOO_MANY_EVENTS("AQ011", "No manifest needs more than 100,000 keys, values and brackets."),
    KEY_NOT_TEXT("AQ012", "A key is a name."),
    DIRECTIVE("AQ013", "Directives change how YAML is read; a manifest is always read in the same way."),
    UNREADABLE_FILE("AQ014", "Without the text of the manifest there is nothing to check or run."),
    CONTROL_CHARACTER("AQ015", "Nobody can see it, and neither YAML nor Zuora can carry it."),
    TAB_INDENTATION("AQ016", "YAML indents with blanks; how far a tab indents is not defined.");

    private final Entry entry;

    ReadingCode(String id, String why) {
        this.entry = new Entry(id, Severity.ERROR, why);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
