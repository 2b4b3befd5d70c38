package io.github.aquaspec.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A member of a receipt. Receipts of other versions have more or less, and damaged ones anything: what is not there, or is
 * not what it should be, is absent.
 */
record Member(JsonNode json) {

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    /** What cannot be shown in a moment is not shown at all; nobody's receipt has so many. */
    private static final int MOST = 2_000;

    Member member(String name) {
        return new Member(json.path(name));
    }

    Optional<String> text(String name) {
        JsonNode member = json.path(name);
        return member.isTextual() && !member.asText().isEmpty() ? Optional.of(member.asText()) : Optional.empty();
    }

    /** A count. */
    Optional<Long> number(String name) {
        JsonNode member = json.path(name);
        return member.isIntegralNumber() && member.canConvertToLong() && member.asLong() >= 0
                ? Optional.of(member.asLong())
                : Optional.empty();
    }

    Optional<Instant> instant(String name) {
        try {
            return text(name).map(Instant::parse).filter(at -> at.isAfter(Instant.EPOCH) && at.isBefore(LAST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The objects of a list. */
    List<Member> items(String name) {
        JsonNode list = json.path(name);
        return IntStream.range(0, list.isArray() ? Math.min(list.size(), MOST) : 0)
                .mapToObj(list::get)
                .filter(JsonNode::isObject)
                .map(Member::new)
                .toList();
    }

    /** The texts of a list. */
    List<String> texts(String name) {
        JsonNode list = json.path(name);
        return IntStream.range(0, list.isArray() ? Math.min(list.size(), MOST) : 0)
                .mapToObj(list::get)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }
}
