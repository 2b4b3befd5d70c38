package io.github.aquaspec.report;

import com.fasterxml.jackson.databind.ObjectMapper;

/** A reporter with a mapper: breaks the rule against them, to show that it can be broken. */
public interface PlantedMapper {

    ObjectMapper mapper();
}
