package io.github.aquaspec.emulator.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Methods and paths, and who answers there. The first route that fits is taken. */
final class RouteTable {

    /** Answers a request whose path matched. */
    interface Handler {

        /**
         * The answer.
         *
         * @param parts what stood at the open places of the path, decoded
         */
        Response answer(Request request, List<String> parts) throws IOException;
    }

    /** What a table knows of a path. */
    sealed interface Found {

        /** Somebody answers. */
        record Answerer(Handler handler, List<String> parts) implements Found {}

        /** The path is known, but by other methods. */
        record OtherMethods(List<String> methods) implements Found {}

        /** Nobody knows the path. */
        record Nothing() implements Found {}
    }

    private record Route(String method, String written, Pattern path, Handler handler) {}

    private final List<Route> routes = new ArrayList<>();

    /**
     * This table, with another route.
     *
     * @param path with an open place, {@code *}, for one part of a path each
     */
    RouteTable with(String method, String path, Handler handler) {
        routes.add(new Route(method, path, Pattern.compile(path.replace("*", "([^/]+)")), handler));
        return this;
    }

    /** Who answers; HEAD is answered as GET is. */
    Found find(String method, String path) {
        String wanted = method.equals("HEAD") ? "GET" : method;
        List<String> others = new ArrayList<>();
        for (Route route : routes) {
            Matcher matcher = route.path().matcher(path);
            if (!matcher.matches()) {
                continue;
            }
            if (route.method().equals(wanted)) {
                return new Found.Answerer(route.handler(), parts(matcher));
            }
            others.add(route.method());
            if (route.method().equals("GET")) {
                others.add("HEAD");
            }
        }
        return others.isEmpty() ? new Found.Nothing() : new Found.OtherMethods(others);
    }

    /** All paths, as they were written. */
    List<String> paths() {
        return routes.stream().map(Route::written).distinct().toList();
    }

    private static List<String> parts(Matcher matcher) {
        List<String> parts = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            // A plus is a plus in a path.
            parts.add(Request.decoded(matcher.group(i).replace("+", "%2B")));
        }
        return parts;
    }
}
