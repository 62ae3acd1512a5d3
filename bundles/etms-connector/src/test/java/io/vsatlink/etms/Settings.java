/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms;

import io.vsatlink.etms.settings.EtmsSettings;
import io.vsatlink.parameters.SettingCatalog;
import io.vsatlink.parameters.Values;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Settings for tests, validated as in a container. */
public final class Settings {
    private static final SettingCatalog CATALOG = SettingCatalog.of(EtmsConfig.class);

    private Settings() {}

    /**
     * Returns the settings of an element for the simulator, with these values replacing its own; an empty value removes one.
     */
    public static EtmsSettings of(URI simulator, Map<String, String> others) {
        Map<String, String> all = new HashMap<>(Map.of(
                "host", "http://127.0.0.1",
                "port", String.valueOf(simulator.getPort()),
                "username", "AutoVSATDataMiner",
                "password", "secret",
                "apiKey", "etms-key",
                "routeTo", "UAT",
                "requestsPerSecond", "0",
                "ticketListId", "VSAT-ALL"));
        all.putAll(others);
        return EtmsSettings.of(judge(all), null);
    }

    public static Values judge(Map<String, String> values) {
        return CATALOG.judge(values, Values.none());
    }
}
