package io.github.aquaspec.emulator.job;

import java.util.List;

/**
 * What stood behind a result file.
 *
 * @param batchId the batch the file belongs to
 * @param sql with a question mark for each parameter
 * @param parameters as text, in order
 */
public record LoggedStatement(String batchId, String sql, List<String> parameters) {

    public LoggedStatement {
        parameters = List.copyOf(parameters);
    }
}
