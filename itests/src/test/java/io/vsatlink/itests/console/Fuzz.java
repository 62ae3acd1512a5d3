/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls that our pages never make. */
final class Fuzz {
    private static final List<String> CALLS = List.of(
            "session",
            "sessions",
            "containers",
            "elements",
            "element",
            "datasets",
            "rows",
            "rows.csv",
            "circuit",
            "history",
            "polls");

    private static final List<String> QUERIES = List.of(
            "%ZZ",
            "%",
            "a=%C3%28",
            "element=%00",
            "element=uat&dataset=%ff",
            "type=%u0041&name=uat",
            "element=uat&dataset=circuits&limit=99999999999999999999",
            "element=uat&dataset=circuits&limit=-1",
            "element=uat&dataset=circuits&limit=NaN",
            "element=uat&dataset=circuits&sort=",
            "element=uat&dataset=circuits&sort=nothing",
            "element=uat&dataset=circuits&filter.nothing=1",
            "element=uat&dataset=circuits&filter.serviceTier=%2525",
            "element=uat&dataset=circuits&search=%5B%28%5C",
            "element=uat&dataset=circuits&afterKey=%C2%A0&afterValue=x",
            "element=uat&dataset=circuits&sort=serviceTier&afterKey=1&afterValue=x",
            "element=uat&dataset=circuits&sort=serviceTier&afterKey=1&afterValue=99999999999999999999",
            "element=uat&dataset=circuits&sort=lastModified&afterKey=1&afterValue=yesterday",
            "element=uat&dataset=circuits&sort=lastModified&afterKey=1&afterValue=%2B999999999-12-31T23:59:59Z",
            "element=uat&dataset=circuits&sort=circuitId&afterKey=",
            "element=uat&dataset=Circuits%20&key=%F0%9F%92%A9",
            "element=../../etc&dataset=circuits&key=..",
            "element=%22%27%3B--&dataset=circuits&key=1",
            "element=uat&dataset=circuits&key=" + "x".repeat(4_000),
            "type=Satprov",
            "type=&name=",
            "type=Satprov&name=uat&type=x",
            "&&&=&=&",
            "element=uat;dataset=circuits");

    private static final List<String> PATHS = List.of(
            "/vsatlink/%00",
            "/vsatlink/%2e%2e/%2e%2e/etc/users.properties",
            "/vsatlink/..%2f..%2fetc",
            "/vsatlink/page/../../META-INF/MANIFEST.MF",
            "/vsatlink//console.js",
            "/vsatlink/console.js;x=1",
            "/vsatlink/%ZZ",
            "/vsatlink/api/%ZZ",
            "/vsatlink/api/%C3%28",
            "/vsatlink/api",
            "/vsatlink/api//",
            "/vsatlink/api/rows/",
            "/vsatlink/api/" + "x".repeat(3_000),
            "/vsatlink/metrics/%ZZ",
            "/vsatlink/metrics/?%ZZ",
            "/vsatlink/metrics/x");

    private static final List<Map<String, String>> HEADERS = List.of(
            Map.of("Cookie", "vsatlink-session"),
            Map.of("Cookie", "=;;;,=\"\\"),
            Map.of("Cookie", "$Version=1; $Path=/; vsatlink-session=\u00e9\""),
            Map.of("Origin", "http://[::1"),
            Map.of("Origin", "null"),
            Map.of("Origin", "%ZZ"),
            Map.of("X-Only-News", "\u00ff"),
            Map.of("Content-Type", ";;;"),
            Map.of("X-Forwarded-Proto", "\u0080"),
            Map.of("If-None-Match", "\"\u00ff"),
            Map.of("Authorization", "Basic"),
            Map.of("Authorization", "Basic ====="),
            Map.of("Authorization", "Basic Og=="),
            Map.of("Authorization", "Basic /////w=="),
            Map.of("Accept-Encoding", ",,,"),
            Map.of("Range", "bytes=9-1"));

    private Fuzz() {}

    /** A call without a body. */
    record Call(String method, String target, Map<String, String> headers) {}

    static List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        for (String call : CALLS) {
            for (String query : QUERIES) {
                calls.add(new Call("GET", "/vsatlink/api/" + call + "?" + query, Map.of()));
            }
        }
        PATHS.forEach(path -> calls.add(new Call("GET", path, Map.of())));
        for (Map<String, String> headers : HEADERS) {
            for (String path :
                    List.of("/vsatlink/", "/vsatlink/api/session", "/vsatlink/api/elements", "/vsatlink/metrics/")) {
                calls.add(new Call("GET", path, headers));
                calls.add(new Call("DELETE", path, headers));
            }
        }
        for (String method : List.of("HEAD", "OPTIONS", "TRACE", "PATCH", "PUT", "POST", "BREW")) {
            for (String path : List.of(
                    "/vsatlink/",
                    "/vsatlink/console.js",
                    "/vsatlink/api/session",
                    "/vsatlink/api/rows",
                    "/vsatlink/metrics/")) {
                calls.add(new Call(method, path, Map.of()));
            }
        }
        return calls;
    }
}
