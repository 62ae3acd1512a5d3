/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.connection;

import io.vsatlink.remote.profile.CallProfile;
import io.vsatlink.remote.profile.VendorProfile;
import java.util.Map;
import java.util.Optional;

/**
 * Which fields and values the vendor profile lets go out. What does not go out would be answered well by a vendor who got
 * nothing to do.
 */
public record FieldRules(VendorProfile profile) {

    /** Why a ticket can't be made with these fields, as a sentence; empty where it can. Others may be left out of it. */
    public Optional<String> create(Map<String, String> fields) {
        CallProfile create = profile.calls().get("create");
        return fields.entrySet().stream()
                .flatMap(field -> create.objection(field.getKey(), field.getValue()).stream())
                .sorted()
                .findFirst();
    }

    /** Why this field can't be changed to this value, as a sentence; empty where it can. */
    public Optional<String> update(String field, String value) {
        CallProfile update = profile.calls().get("update");
        return update.writes(field)
                ? update.objection(field, value)
                : Optional.of(field + " can't be changed: the vendor profile does not write it");
    }
}
