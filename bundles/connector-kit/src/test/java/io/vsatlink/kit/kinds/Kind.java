/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.kinds;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A way in which vendors list rows. Each is a server's, written from what such servers do. */
enum Kind {
    TOTAL_HEADER("total-header") {
        @Override
        Part part(Asked asked) {
            return new Part(number(asked.query(), "offset"), Math.min(60, number(asked.query(), "limit")));
        }

        @Override
        Reply reply(Part part, List<Circuit> rows, int total) {
            boolean all = rows.size() == total;
            return new Reply(
                    all ? "200 OK" : "206 Partial Content",
                    "X-Total-Count: " + total + "\r\nX-Result-Count: " + rows.size() + "\r\n",
                    array(rows).toString());
        }
    },
    CONTENT_RANGE("content-range") {
        @Override
        Part part(Asked asked) {
            return range(asked.header("Range").replace("items=", ""));
        }

        @Override
        Reply reply(Part part, List<Circuit> rows, int total) {
            String range = "Content-Range: items " + part.from() + "-" + (part.from() + rows.size() - 1) + "/" + total;
            return new Reply("206 Partial Content", range + "\r\n", array(rows).toString());
        }
    },
    RANGE_PARAMETER("range-parameter") {
        @Override
        Part part(Asked asked) {
            return range(asked.query().get("range"));
        }

        @Override
        Reply reply(Part part, List<Circuit> rows, int total) {
            return rows.isEmpty()
                    ? new Reply("416 Range Not Satisfiable", "", "")
                    : new Reply(
                            "200 OK",
                            "",
                            JSON.createObjectNode().set("data", array(rows)).toString());
        }
    },
    POSTED_CURSOR("posted-cursor") {
        @Override
        Part part(Asked asked) throws IOException {
            var body = JSON.readTree(asked.body());
            if (!asked.line().startsWith("POST ") || !body.path("accountName").isTextual()) {
                return new Part(0, 0);
            }
            // behind the last one seen; numbers of places stand for its order of ids
            return new Part(
                    body.at("/page/lastSeenId").asInt(0),
                    body.at("/page/maxNumberOfDevices").intValue());
        }

        @Override
        Reply reply(Part part, List<Circuit> rows, int total) {
            int end = part.from() + rows.size();
            ObjectNode answer = JSON.createObjectNode().put("hasMoreData", end < total);
            answer.put("lastSeenDeviceId", String.valueOf(end)).set("devices", array(rows));
            return new Reply("200 OK", "", answer.toString());
        }
    },
    INPUT_DATA("input-data") {
        @Override
        Part part(Asked asked) throws IOException {
            var info = JSON.readTree(asked.form().get("input_data")).path("list_info");
            boolean sorted = info.path("sort_field").asText().equals("id");
            return new Part(
                    info.path("start_index").intValue() - 1,
                    sorted ? info.path("row_count").intValue() : 0);
        }

        @Override
        Reply reply(Part part, List<Circuit> rows, int total) {
            ObjectNode answer = JSON.createObjectNode();
            answer.putObject("list_info").put("has_more_rows", part.from() + rows.size() < total);
            answer.set("requests", array(rows));
            return new Reply("200 OK", "", answer.toString());
        }
    },
    REWRITTEN_NEXT("rewritten-next") {
        @Override
        Part part(Asked asked) {
            int size = Integer.parseInt(asked.header("Prefer").replace("odata.maxpagesize=", ""));
            return new Part(Integer.parseInt(asked.query().getOrDefault("$skiptoken", "0")), size);
        }

        @Override
        Reply reply(Part part, List<Circuit> rows, int total) {
            ObjectNode answer = JSON.createObjectNode();
            answer.set("value", array(rows));
            int end = part.from() + rows.size();
            if (end < total) {
                answer.put("@odata.nextLink", "http://internal:8080/odata/Circuits?$orderby=ID&$skiptoken=" + end);
            }
            return new Reply("200 OK", "", answer.toString());
        }
    },
    NEXT_HEADER("next-header") {
        @Override
        Part part(Asked asked) {
            return new Part(Integer.parseInt(asked.query().getOrDefault("after", "0")), number(asked.query(), "limit"));
        }

        @Override
        Reply reply(Part part, List<Circuit> rows, int total) {
            int end = part.from() + rows.size();
            String lines = rows.stream().map(row -> json(row) + "\n").collect(Collectors.joining());
            String next = end < total ? "X-Next-Cursor: " + end + "\r\n" : "";
            return new Reply("200 OK", "X-Total: " + total + "\r\n" + next, lines);
        }
    },
    CSV("csv") {
        @Override
        Part part(Asked asked) {
            int size = number(asked.query(), "per_page");
            return new Part((number(asked.query(), "page") - 1) * size, size);
        }

        @Override
        Reply reply(Part part, List<Circuit> rows, int total) {
            String lines = rows.stream()
                    .map(row -> row.id() + ";\"" + row.alias().replace("\"", "\"\"") + "\";" + row.tier() + ";"
                            + row.country() + ";" + row.ip() + ";" + row.changed() + "\r\n")
                    .collect(Collectors.joining());
            return new Reply(
                    "200 OK",
                    "X-Total-Count: " + total + "\r\n",
                    "\uFEFFcircuitId;Circuit Alias;serviceTier;countryCode;managementIp;lastModified\r\n" + lines);
        }
    },
    XML("xml") {
        @Override
        Part part(Asked asked) {
            int size = number(asked.query(), "n");
            return new Part(number(asked.query(), "p") * size, size);
        }

        @Override
        Reply reply(Part part, List<Circuit> rows, int total) {
            String lines = rows.stream()
                    .map(row -> "<c:circuit id='" + row.id() + "'><alias>"
                            + row.alias().replace("&", "&amp;").replace("<", "&lt;") + "</alias><sla tier=\""
                            + row.tier() + "\"/><country><![CDATA[" + row.country() + "]]></country><ip v='4'>"
                            + row.ip() + "</ip><changed>" + row.changed() + "</changed></c:circuit>\n")
                    .collect(Collectors.joining());
            boolean last = part.from() + rows.size() >= total;
            return new Reply(
                    "200 OK",
                    "",
                    "<?xml version='1.0' encoding='UTF-8'?>\n<inventory xmlns:c='urn:c'>\n<circuits total='" + total
                            + "' last='" + last + "'>" + lines + "</circuits></inventory>");
        }
    },
    AT_ONCE("at-once") {
        @Override
        Part part(Asked asked) {
            return new Part(0, Integer.MAX_VALUE);
        }

        @Override
        Reply reply(Part part, List<Circuit> rows, int total) {
            return new Reply("200 OK", "", array(rows).toString());
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The rows that are asked for. */
    record Part(int from, int size) {}

    /** @param headers each ends with a line break */
    record Reply(String status, String headers, String body) {}

    /** A row. */
    record Circuit(String id, String alias, int tier, String country, String ip, String changed) {

        Circuit withId(String other) {
            return new Circuit(other, alias, tier, country, ip, changed);
        }
    }

    private final String profile;

    Kind(String profile) {
        this.profile = profile;
    }

    /** Its profile's file. */
    String profile() {
        return profile + ".json";
    }

    abstract Part part(Asked asked) throws IOException;

    /** @param rows those of the part */
    abstract Reply reply(Part part, List<Circuit> rows, int total);

    private static int number(Map<String, String> query, String name) {
        return Integer.parseInt(query.get(name));
    }

    private static Part range(String range) {
        String[] ends = range.split("-", -1);
        int from = Integer.parseInt(ends[0]);
        return new Part(from, Integer.parseInt(ends[1]) + 1 - from);
    }

    private static ArrayNode array(List<Circuit> rows) {
        ArrayNode array = JSON.createArrayNode();
        rows.forEach(row -> array.add(json(row)));
        return array;
    }

    private static ObjectNode json(Circuit row) {
        return JSON.createObjectNode()
                .put("circuitId", row.id())
                .put("circuitAlias", row.alias())
                .put("serviceTier", row.tier())
                .put("countryCode", row.country())
                .put("managementIp", row.ip())
                .put("lastModified", row.changed());
    }
}
