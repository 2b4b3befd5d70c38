package io.github.aquaspec.emulator.data;

/** What a field holds, and the SQL type of its column. */
public enum FieldType {
    ID("varchar(32)"),
    TEXT("varchar(4000)"),
    PICKLIST("varchar(100)"),
    LONGTEXT("varchar(100000)"),
    /** A text that is kept encrypted and shown masked. */
    SECURE("varchar(4000)"),
    BOOLEAN("boolean"),
    INTEGER("bigint"),
    DECIMAL("decimal(28, 9)"),
    DATE("date"),
    /** An instant, kept in UTC. Queries compare and show whole seconds; windows of sessions compare exactly. */
    DATETIME("timestamp(6) with time zone");

    private final String sqlType;

    FieldType(String sqlType) {
        this.sqlType = sqlType;
    }

    public String sqlType() {
        return sqlType;
    }

    public boolean isText() {
        return this == ID || this == TEXT || this == PICKLIST || this == LONGTEXT || this == SECURE;
    }

    public boolean isNumber() {
        return this == INTEGER || this == DECIMAL;
    }
}
