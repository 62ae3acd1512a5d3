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
 * The fields and values that the vendor profile allows to be sent. They are checked beforehand: a request from which all fields
 * were omitted would be reported as successful.
 */
public record FieldRules(VendorProfile profile) {

    /**
     * Returns why a ticket can't be created with these fields, as a sentence; empty if it can. Fields that the profile does not
     * write are omitted without an objection.
     */
    public Optional<String> create(Map<String, String> fields) {
        CallProfile create = profile.calls().get("create");
        return fields.entrySet().stream()
                .flatMap(field -> create.objection(field.getKey(), field.getValue()).stream())
                .sorted()
                .findFirst();
    }

    /** Returns why this field can't be changed to this value, as a sentence; empty if it can. */
    public Optional<String> update(String field, String value) {
        CallProfile update = profile.calls().get("update");
        return update.writes(field)
                ? update.objection(field, value)
                : Optional.of(field + " can't be changed: the vendor profile does not write it");
    }
}
