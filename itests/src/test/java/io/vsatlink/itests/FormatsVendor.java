/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests;

import io.vsatlink.testkit.http.RawServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A vendor who writes each listing in another format; one has rows in its items, and one a call for each item. */
final class FormatsVendor {
    /** How it is described; the port is in the settings. */
    static final String PROFILE =
            """
            {"vocabulary": 2, "name": "lab", "version": 1, "others": null,
             "auth": {"type": "basic", "checkPath": "/ping"}, "errors": {}, "paging": {"style": "none"},
             "listings": {
              "circuits": {"path": "/circuits", "format": {"csv": {"separator": ";"}}, "itemsPointer": "", "key": "circuitId",
                "columns": {"circuitId": "/id", "circuitAlias": "/Circuit Alias"}},
              "customers": {"path": "/customers", "format": "xml", "itemsPointer": "/inventory/customers/customer",
                "paging": {"style": "none", "totalPointer": "/inventory/customers/@total"}, "key": "customerNumber",
                "columns": {"customerNumber": "/@no"}},
              "locations": {"path": "/sites", "format": "jsonLines", "itemsPointer": "", "rows": "/locations", "key": "locationId",
                "columns": {"locationId": "/id", "espLocationName": {"parent": "/name"}}},
              "devices": {"path": "/sites", "format": "jsonLines", "itemsPointer": "", "key": "deviceId",
                "perItem": {"path": "/sites/${site}/devices", "parameters": {"site": "/site"}, "itemsPointer": ""},
                "columns": {"deviceId": "/id", "circuitId": {"join": {"pointers": ["/country", "/no"], "with": "-"}}}}}}
            """;

    private FormatsVendor() {}

    /** Listens as long as the process lives. */
    static int start() {
        return RawServer.start((request, out, socket) -> answer(request.split(" ", 3)[1], out))
                .port();
    }

    private static boolean answer(String path, OutputStream out) throws IOException {
        return switch (path) {
            case "/circuits" -> text(out, "text/csv", "id;Circuit Alias\r\nC1;\"ANDS; \"\"0\"\"\"\r\nC2;\r\n");
            case "/customers" ->
                text(
                        out,
                        "application/xml",
                        "<inventory><customers total=\"2\"><customer no=\"1\"/><customer no=\"2\"/></customers></inventory>");
            case "/sites" ->
                text(
                        out,
                        "application/x-ndjson",
                        """
                        {"site":"S1","name":"Gent","locations":[{"id":"L1"},{"id":"L2"}]}
                        {"site":"S2","name":"Mons","locations":[{"id":"L3"}]}
                        """);
            case "/sites/S1/devices" ->
                text(out, "application/x-ndjson", "{\"id\":\"D1\",\"country\":\"BE\",\"no\":7}\n");
            case "/sites/S2/devices" ->
                text(out, "application/x-ndjson", "{\"id\":\"D2\",\"country\":\"BE\",\"no\":8}\n");
            default -> RawServer.json(out, "{}");
        };
    }

    private static boolean text(OutputStream out, String type, String body) throws IOException {
        return RawServer.send(out, "200 OK", "Content-Type: " + type + "\r\n", body.getBytes(StandardCharsets.UTF_8));
    }
}
