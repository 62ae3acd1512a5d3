/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.replay;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A request by what its answer is found: method, path and query, whose order does not count.
 *
 * @param path decoded
 */
record RecordedRequest(String method, String path, List<Parameter> query) {
    /** In place of a secret, and so as good as any value. */
    private static final String MASK = "***";

    /** A parameter, decoded. */
    record Parameter(String name, String value) {
        private boolean isMetBy(Parameter other) {
            return name.equals(other.name) && (value.equals(other.value) || value.equals(MASK));
        }
    }

    /** @param url of any server; its host does not count */
    static RecordedRequest of(String method, String url) {
        String target = url.replaceFirst("#.*", "").replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://[^/?]*", "");
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        return new RecordedRequest(
                method,
                path.isEmpty() ? "/" : decoded(path.replace("+", "%2B")),
                mark < 0 ? List.of() : parameters(target.substring(mark + 1)));
    }

    private static List<Parameter> parameters(String query) {
        return Stream.of(query.split("&", -1))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> {
                    int equals = pair.indexOf('=');
                    return equals < 0
                            ? new Parameter(decoded(pair), "")
                            : new Parameter(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                })
                .sorted(Comparator.comparing(Parameter::name).thenComparing(Parameter::value))
                .toList();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // not encoded as it should be, and compared as it is
            return text;
        }
    }

    /** Whether a request that comes is this one. */
    boolean isMetBy(RecordedRequest other) {
        if (!isSameCall(other) || query.size() != other.query.size()) {
            return false;
        }
        List<Parameter> left = new ArrayList<>(other.query);
        // those with a mask last: they take any
        return Stream.concat(
                        query.stream().filter(each -> !each.value().equals(MASK)),
                        query.stream().filter(each -> each.value().equals(MASK)))
                .allMatch(each -> left.stream()
                        .filter(each::isMetBy)
                        .findFirst()
                        .map(left::remove)
                        .isPresent());
    }

    boolean isSameCall(RecordedRequest other) {
        return method.equals(other.method) && path.equals(other.path);
    }

    @Override
    public String toString() {
        String parameters = queryText();
        return method + " " + path + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    String queryText() {
        return query.stream()
                .map(each -> each.name() + "=" + each.value())
                .reduce((one, other) -> one + "&" + other)
                .orElse("");
    }
}
