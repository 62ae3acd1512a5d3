/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.kinds;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
                    Circuit.array(rows).toString());
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
            return new Reply(
                    "206 Partial Content", range + "\r\n", Circuit.array(rows).toString());
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
                            JSON.createObjectNode()
                                    .set("data", Circuit.array(rows))
                                    .toString());
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
            answer.put("lastSeenDeviceId", String.valueOf(end)).set("devices", Circuit.array(rows));
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
            answer.set("requests", Circuit.array(rows));
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
            answer.set("value", Circuit.array(rows));
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
            String lines = rows.stream().map(row -> row.json() + "\n").collect(Collectors.joining());
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
    LINK_HEADER("link-header") {
        @Override
        Part part(Asked asked) {
            return new Part(Integer.parseInt(asked.query().getOrDefault("start", "0")), number(asked.query(), "size"));
        }

        @Override
        Reply reply(Part part, List<Circuit> rows, int total) {
            int end = part.from() + rows.size();
            String first = link(0, part) + "; rel=\"first\"\r\n";
            String next = end < total ? link(end, part) + "; REL=\"item Next\"\r\n" : "";
            return new Reply("200 OK", first + next, Circuit.array(rows).toString());
        }

        private String link(int start, Part part) {
            return "Link: </circuits?q=a,b;%22c%22&start=" + start + "&size=" + part.size()
                    + ">; title=\"no \\\"end\\\", >; rel=next\"";
        }
    },
    JSON_CURSOR("json-cursor") {
        @Override
        Part part(Asked asked) throws IOException {
            var page = JSON.readTree(asked.query().get("request")).path("page");
            int after = Integer.parseInt(page.path("after").asText("c0").substring(1));
            return new Part(after, page.path("size").intValue());
        }

        @Override
        Reply reply(Part part, List<Circuit> rows, int total) {
            ObjectNode answer = JSON.createObjectNode();
            answer.set("rows", Circuit.array(rows));
            int end = part.from() + rows.size();
            answer.putObject("page").put("next", end < total ? "c" + end : null);
            return new Reply("200 OK", "", answer.toString());
        }
    },
    NESTED("nested") {
        @Override
        Part part(Asked asked) {
            int size = number(asked.query(), "size");
            return new Part(number(asked.query(), "page") * size, size);
        }

        @Override
        List<List<Circuit>> items(List<Circuit> rows) {
            return Circuit.sites(rows);
        }

        @Override
        Reply reply(Part part, List<Circuit> rows, int total) {
            ObjectNode answer = JSON.createObjectNode().put("total", total);
            ArrayNode sites = answer.putArray("sites");
            for (List<Circuit> site : Circuit.sites(rows)) {
                ObjectNode each = sites.addObject();
                each.putObject("address").put("country", site.get(0).country());
                each.set("circuits", Circuit.arrayWithoutCountry(site));
            }
            return new Reply("200 OK", "", answer.toString());
        }
    },
    PER_ITEM("per-item") {
        @Override
        Part part(Asked asked) {
            return asked.path().startsWith("/sites/")
                    ? new Part(0, 1, asked.path().substring(7).replaceFirst("/circuits$", ""))
                    : new Part(number(asked.query(), "offset"), Math.min(15, number(asked.query(), "limit")));
        }

        @Override
        List<List<Circuit>> items(List<Circuit> rows) {
            return Circuit.sites(rows);
        }

        @Override
        Reply reply(Part part, List<Circuit> rows, int total) {
            if (part.ofItem()) {
                ObjectNode answer = JSON.createObjectNode().put("count", total);
                answer.set("rows", Circuit.arrayWithoutCountry(rows));
                return new Reply("200 OK", "", answer.toString());
            }
            ObjectNode answer = JSON.createObjectNode().put("total", total);
            ArrayNode sites = answer.putArray("sites");
            for (List<Circuit> site : Circuit.sites(rows)) {
                sites.addObject()
                        .put("name", site.get(0).alias())
                        .put("country", site.get(0).country());
            }
            return new Reply("200 OK", "", answer.toString());
        }
    },
    LINKS("links") {
        @Override
        Part part(Asked asked) {
            String alias = asked.query().get("alias");
            return alias != null
                    ? new Part(0, 1, alias)
                    : new Part(
                            Integer.parseInt(asked.query().getOrDefault("after", "0")),
                            Math.min(30, number(asked.query(), "limit")));
        }

        @Override
        Reply reply(Part part, List<Circuit> rows, int total) {
            if (part.ofItem()) {
                return new Reply("200 OK", "", Circuit.array(rows).path(0).toString());
            }
            ObjectNode answer = JSON.createObjectNode();
            ArrayNode links = answer.putArray("links");
            for (Circuit row : rows) {
                links.addObject()
                        .put("href", "/circuit?alias=" + URLEncoder.encode(row.alias(), StandardCharsets.UTF_8));
            }
            int end = part.from() + rows.size();
            answer.put("next", end < total ? "/circuits?limit=" + part.size() + "&after=" + end : null);
            return new Reply("200 OK", "", answer.toString());
        }
    },
    AT_ONCE("at-once") {
        @Override
        Part part(Asked asked) {
            return new Part(0, Integer.MAX_VALUE);
        }

        @Override
        Reply reply(Part part, List<Circuit> rows, int total) {
            return new Reply("200 OK", "", Circuit.array(rows).toString());
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The items that are asked for.
     *
     * @param item what a call for the rows of one item has of it; empty for a page
     */
    record Part(int from, int size, String item) {

        Part(int from, int size) {
            this(from, size, "");
        }

        boolean ofItem() {
            return !item.isEmpty();
        }
    }

    /** @param headers each ends with a line break */
    record Reply(String status, String headers, String body) {}

    private final String profile;

    Kind(String profile) {
        this.profile = profile;
    }

    /** Its profile's file. */
    String profile() {
        return profile + ".json";
    }

    abstract Part part(Asked asked) throws IOException;

    /** The rows by the items of the pages. */
    List<List<Circuit>> items(List<Circuit> rows) {
        return rows.stream().map(List::of).toList();
    }

    /** Whether the rows of each item have a call of their own. */
    boolean callsForItems() {
        return this == PER_ITEM || this == LINKS;
    }

    /**
     * @param rows those of the part
     * @param total the number of items, or of the item's rows
     */
    abstract Reply reply(Part part, List<Circuit> rows, int total);

    private static int number(Map<String, String> query, String name) {
        return Integer.parseInt(query.get(name));
    }

    private static Part range(String range) {
        String[] ends = range.split("-", -1);
        int from = Integer.parseInt(ends[0]);
        return new Part(from, Integer.parseInt(ends[1]) + 1 - from);
    }
}
