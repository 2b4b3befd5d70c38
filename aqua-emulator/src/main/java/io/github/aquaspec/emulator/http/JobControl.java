package io.github.aquaspec.emulator.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aquaspec.emulator.job.JobJson;
import io.github.aquaspec.emulator.job.JobView;
import io.github.aquaspec.emulator.job.Jobs;
import io.github.aquaspec.emulator.job.LoggedStatement;
import io.github.aquaspec.emulator.setting.Settings;

/** {@code /emulator/jobs}: all jobs as clients see them, and the SQL behind the files of one. */
final class JobControl {

    private final Jobs jobs;
    private final JobJson json;

    JobControl(Jobs jobs, Settings settings) {
        this.jobs = jobs;
        this.json = new JobJson(settings);
    }

    Response all() {
        ObjectNode shown = ControlJson.object();
        ArrayNode list = shown.putArray("jobs");
        jobs.list().forEach(job -> list.add(json.job(job)));
        return Response.json(200, shown);
    }

    Response one(String id) {
        JobView job = jobs.list().stream()
                .filter(j -> j.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ControlFailure(404, "there is no job " + id + "; /emulator/jobs lists all"));
        ObjectNode shown = json.job(job);
        ArrayNode statements = shown.putArray("statements");
        for (LoggedStatement statement : jobs.sqlLog(id)) {
            ObjectNode one = statements.addObject();
            one.put("batchId", statement.batchId()).put("sql", statement.sql());
            ArrayNode parameters = one.putArray("parameters");
            statement.parameters().forEach(parameters::add);
        }
        return Response.json(200, shown);
    }
}
