/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.update;

/** Our bundles, each with the prefixes of the threads that must end when it is updated. */
enum Updated {
    SATPROV_CONNECTOR("io.vsatlink.satprov-connector", "vsatlink-satprov-", "satellite-provisioning-"),
    REMOTE_API("io.vsatlink.remote-api", "vsatlink-satprov-", "satellite-provisioning-"),
    CONNECTOR_KIT("io.vsatlink.connector-kit", "vsatlink-satprov-", "satellite-provisioning-"),
    VSAT_STORE(
            "io.vsatlink.vsat-store",
            "vsatlink-store",
            "vsatlink-lease",
            "vsatlink-satprov-",
            "vsatlink-export-",
            "satellite-provisioning-",
            "derby."),
    EXPORTER("io.vsatlink.exporter", "vsatlink-export-"),
    CONNECTOR_API("io.vsatlink.connector-api", "vsatlink-", "satellite-provisioning-", "derby.");

    private final String symbolicName;
    private final String[] threads;

    Updated(String symbolicName, String... threads) {
        this.symbolicName = symbolicName;
        this.threads = threads;
    }

    String symbolicName() {
        return symbolicName;
    }

    String[] threads() {
        return threads.clone();
    }
}
