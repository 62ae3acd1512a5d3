/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.etms;

import io.vsatlink.simulator.http.Call;
import java.util.List;

/**
 * The resource that a call addresses.
 *
 * @param resource the path with a star in place of the id
 * @param id the id of a ticket or of a list; empty if the resource has none
 */
record EtmsPath(String resource, String id) {
    static final String ROOT = "/etms/v1/";

    static boolean leadsHere(Call call) {
        return call.path().startsWith(ROOT);
    }

    static EtmsPath of(Call call) {
        List<String> parts = List.of(call.path().substring(ROOT.length()).split("/", -1));
        if (parts.size() == 1) {
            return new EtmsPath(parts.get(0), "");
        }
        String rest = parts.size() == 2 ? "" : "/" + String.join("/", parts.subList(2, parts.size()));
        return new EtmsPath(parts.get(0) + "/*" + rest, parts.get(1));
    }
}
