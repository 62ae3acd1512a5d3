/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.fleet;

/**
 * What only one container does: a duty as the database names it, and the calls that it leads to.
 *
 * @param carrier the port of the simulator
 * @param calls how these calls begin
 */
record Subject(String kind, String name, int carrier, String calls) {

    static Subject polls(String element, int carrier) {
        return new Subject("poll", element, carrier, "GET /api/v1/");
    }

    static Subject frontend(String system, int carrier) {
        return new Subject("front", system, carrier, "GET /etms/v1/ticket-lists/");
    }
}
