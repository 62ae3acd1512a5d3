/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter;

import io.vsatlink.api.element.ProvisioningElement;
import io.vsatlink.api.store.PollOutcome;
import io.vsatlink.exporter.files.Format;
import io.vsatlink.exporter.files.Layout;
import io.vsatlink.exporter.files.Readers;
import io.vsatlink.parameters.Values;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings of an exporter.
 *
 * @param values the settings in force
 */
record ExportSettings(Values values) {

    boolean enabled() {
        return values.on("fileExport");
    }

    /** Empty if it is missing or invalid. */
    Optional<Path> directory() {
        return Optional.of(values.text("fileExportPath"))
                .filter(text -> !text.isEmpty())
                .map(Path::of);
    }

    /** Only if {@link #missing} is empty. */
    Layout layout() {
        return new Layout(
                values.list("formats").stream().map(Format::named).collect(Collectors.toSet()),
                values.on("csvFormulaGuard"),
                Readers.named(values.text("filePermissions")));
    }

    /** Whether to export although a dataset's data is not up to date. */
    boolean incompleteToo() {
        return values.on("exportIncomplete");
    }

    /** A sentence about a missing required setting; empty for none. */
    Optional<String> missing() {
        return directory().isEmpty()
                ? Optional.of("File Export Path is not set")
                : Stream.of("formats", "csvFormulaGuard", "filePermissions", "exportIncomplete")
                        .filter(key -> !values.has(key))
                        .findFirst()
                        .map(key -> key + " is missing or invalid");
    }

    /** Why an export would not start, as a sentence without its end; empty if it would. */
    Optional<String> obstacle(ProvisioningElement element) {
        return missing().or(() -> incompleteToo() ? Optional.empty() : unpolled(element));
    }

    private static Optional<String> unpolled(ProvisioningElement element) {
        String names = element.datasets().stream()
                .filter(row -> row.enabled() && row.lastOutcome() != PollOutcome.SUCCEEDED)
                .map(row -> row.dataset().key())
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(names + ": the last poll did not succeed and Export Incomplete is disabled;"
                        + " the previous files are unchanged");
    }

    /** Whether a change from these settings requires a check of the files. */
    boolean callForALook(ExportSettings before) {
        return (enabled() && !before.enabled())
                || (incompleteToo() && !before.incompleteToo())
                || Stream.of("fileExportPath", "formats")
                        .anyMatch(key -> !values.get(key).equals(before.values.get(key)));
    }
}
