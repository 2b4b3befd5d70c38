package io.github.aquaspec.report.page;

import io.github.aquaspec.client.JobReply;

/** A page that reads the wire: breaks the list of packages, to show that it can be broken. */
public interface PlantedJobReader {
    JobReply planted();
}
