package io.github.aquaspec.report;

import io.github.aquaspec.client.JobReply;

/** A report that reads the wire: breaks the list of packages, to show that it can be broken. */
public interface PlantedWireReader {
    JobReply planted();
}
