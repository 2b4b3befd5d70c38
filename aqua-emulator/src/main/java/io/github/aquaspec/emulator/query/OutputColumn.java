package io.github.aquaspec.emulator.query;

import io.github.aquaspec.emulator.data.FieldType;

/**
 * One column of a result.
 *
 * @param apiName the header when {@code useQueryLabels} is true, such as {@code Account.AccountNumber}
 * @param label the header otherwise, such as {@code Account: Account Number}
 * @param type what the cells hold
 */
public record OutputColumn(String apiName, String label, FieldType type) {}
