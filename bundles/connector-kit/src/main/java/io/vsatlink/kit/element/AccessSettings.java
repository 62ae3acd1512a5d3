/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.element;

import io.vsatlink.parameters.Values;
import io.vsatlink.remote.file.ClientKeyStore;
import io.vsatlink.remote.login.Endpoint;
import io.vsatlink.remote.profile.Placeholders;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the settings of every connector say about the way to the vendor, and about what shows who we are. */
public final class AccessSettings {
    /** Those that need no value, but whose bad value must not silently become "none". */
    public static final List<String> MAY_BE_EMPTY = List.of(
            "busAddress",
            "secret1",
            "secret2",
            "secret3",
            "trustedCertificates",
            "clientKeyStore",
            "clientKeyStorePassword");

    private AccessSettings() {}

    /** @param etc the folder of the files that settings name; null if the host has none */
    public static Endpoint endpoint(Values values, Path etc) {
        Endpoint endpoint = Endpoint.of(
                values.text("host"),
                values.number("port"),
                values.text("busAddress"),
                values.text("trustedCertificates"));
        ClientKeyStore keys = etc != null && values.has("clientKeyStore")
                ? new ClientKeyStore(etc.resolve(values.text("clientKeyStore")), values.text("clientKeyStorePassword"))
                : null;
        return endpoint.with(keys, values.on("allowPlainHttp"));
    }

    /** The further secrets that have a value, by placeholder. */
    public static Map<String, Object> secrets(Values values) {
        return Placeholders.SECRETS.stream().filter(values::has).collect(Collectors.toMap(name -> name, values::text));
    }
}
