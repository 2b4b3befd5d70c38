package io.github.aquaspec.report.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Where a reader can go from the page: to a file beside it, or to another place on it. Never to another host. */
final class Link {

    private final String reference;

    private Link(String reference) {
        this.reference = reference;
    }

    /** To a place on the page. */
    static Link toPlace(String id) {
        return new Link("#" + encoded(id));
    }

    /** To a file, from the folder of the page; each name is encoded, so none can be a scheme, a host or a query. */
    static Link toFile(Path folder, Path file) {
        return new Link(StreamSupport.stream(folder.relativize(file).spliterator(), false)
                .map(name -> encoded(name.toString()))
                .collect(Collectors.joining("/")));
    }

    String reference() {
        return reference;
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
