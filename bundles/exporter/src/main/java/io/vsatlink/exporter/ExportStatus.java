/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter;

/** The File Export Status. */
public enum ExportStatus {
    DISABLED("Disabled"),
    IDLE("Idle"),
    EXPORTING("Exporting"),
    SUCCEEDED("Succeeded"),
    FAILED("Failed");

    private final String label;

    ExportStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }
}
