/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.tickets;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One entry of a ticket's activity log.
 *
 * @param externalId the id that its author assigned; null for none
 */
public record Activity(
        String activityId, String time, String author, ActivityKind kind, String text, String externalId) {

    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("activityId", activityId);
        fields.put("time", time);
        fields.put("author", author);
        fields.put("type", kind.name());
        fields.put("text", text);
        if (externalId != null) {
            fields.put("externalId", externalId);
        }
        return fields;
    }
}
