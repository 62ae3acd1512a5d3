/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.parameters;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.console.management.ConsoleOperations;
import io.vsatlink.console.management.ConsoleReadings;
import io.vsatlink.etms.EtmsConfig;
import io.vsatlink.etms.element.EtmsOperations;
import io.vsatlink.etms.management.EtmsReadings;
import io.vsatlink.exporter.Exporter;
import io.vsatlink.exporter.ExporterConfig;
import io.vsatlink.exporter.ExporterReadings;
import io.vsatlink.kit.recording.ElementRecording;
import io.vsatlink.parameters.Operation;
import io.vsatlink.parameters.OperationSet;
import io.vsatlink.parameters.Parameter;
import io.vsatlink.parameters.ParameterPage;
import io.vsatlink.parameters.ParameterPage.Title;
import io.vsatlink.parameters.ReadingSet;
import io.vsatlink.parameters.SettingCatalog;
import io.vsatlink.postgresql.PostgreSqlConfig;
import io.vsatlink.postgresql.PostgreSqlReadings;
import io.vsatlink.remote.recording.SharedMemory;
import io.vsatlink.satprov.SatprovConfig;
import io.vsatlink.satprov.management.DatasetOperations;
import io.vsatlink.satprov.management.DatasetReadings;
import io.vsatlink.satprov.management.SatprovElement;
import io.vsatlink.satprov.management.SatprovReadings;
import io.vsatlink.store.StoreConfig;
import io.vsatlink.store.StoreReadings;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Generates the page of all parameters from the definitions that the surfaces use. */
final class ParameterReference {
    private static final String INTRODUCTION =
            """
            # Parameters

            <!-- Made by the build out of the definitions in the code; see CONTRIBUTING.md, "How a parameter is added". -->

            The key is the name in files, in `config:*` and in `vsat:parameter-*`; the attribute is the name in the MBean.
            Settings can be written on every surface; readings can't. A secret is shown as `********` everywhere.
            """;

    private ParameterReference() {}

    static String text() {
        StringBuilder text = new StringBuilder(INTRODUCTION);
        element(text, "Satellite Provisioning", SatprovConfig.PID + "~<element>", "Satprov", true, satprov());
        SettingCatalog rows = SettingCatalog.of(SatprovConfig.class);
        for (Dataset dataset : Dataset.values()) {
            ParameterPage row =
                    page(dataset.title(), dataset.key(), rows, DatasetReadings.class, DatasetOperations.class);
            element(
                    text,
                    "Polling Settings: " + dataset.title(),
                    SatprovConfig.PID + "~<element>",
                    "Satprov,name=<element>,dataset=" + dataset.title(),
                    false,
                    row);
        }
        element(
                text,
                "ETMS",
                EtmsConfig.PID + "~<element>",
                "Etms",
                true,
                connector(SettingCatalog.of(EtmsConfig.class), EtmsReadings.class, EtmsOperations.class));
        element(
                text,
                "Exporter",
                ExporterConfig.PID + "~<element>",
                "Exporter",
                true,
                page("", "", SettingCatalog.of(ExporterConfig.class), ExporterReadings.class, Exporter.class));
        element(
                text,
                "Store",
                StoreConfig.PID,
                "Store",
                false,
                page("", "", SettingCatalog.of(StoreConfig.class), StoreReadings.class, Object.class));
        element(
                text,
                "PostgreSQL",
                PostgreSqlConfig.PID,
                "PostgreSql",
                false,
                page("", "", SettingCatalog.of(PostgreSqlConfig.class), PostgreSqlReadings.class, Object.class));
        text.append("\n## Web Console\n\nMBean `io.vsatlink:type=WebConsole`\n");
        tables(
                text,
                new ParameterPage(
                        new Title("", "", "", "", ""),
                        List.of(),
                        null,
                        ReadingSet.of(ConsoleReadings.class, () -> null),
                        OperationSet.of(ConsoleOperations.class, null)));
        return text.toString();
    }

    private static ParameterPage satprov() {
        return connector(SettingCatalog.of(SatprovConfig.class), SatprovReadings.class, SatprovElement.class);
    }

    /** With what the page of each connector's element has. */
    private static ParameterPage connector(SettingCatalog catalog, Class<?> readings, Class<?> operations) {
        ElementRecording recording = new ElementRecording("", "", new SharedMemory());
        return new ParameterPage(
                new Title("", "", "", "", ""),
                catalog.definitions(),
                null,
                ReadingSet.of(readings, () -> null).and(recording.readings()),
                OperationSet.of(operations, null).and(recording.operations()));
    }

    /** Only the definitions are used, so no element is needed behind the page. */
    private static ParameterPage page(
            String row, String prefix, SettingCatalog catalog, Class<?> readings, Class<?> operations) {
        return new ParameterPage(
                new Title("", "", row, prefix, ""),
                catalog.definitions(),
                null,
                ReadingSet.of(readings, () -> null),
                OperationSet.of(operations, null));
    }

    private static void element(
            StringBuilder text, String title, String pid, String type, boolean named, ParameterPage page) {
        text.append("\n## ").append(title).append("\n\n");
        text.append("PID `").append(pid).append("`, MBean `io.vsatlink:type=").append(type);
        text.append(named ? ",name=<element>" : "").append("`\n");
        tables(text, page);
    }

    private static void tables(StringBuilder text, ParameterPage page) {
        table(text, "| Setting | Attribute | What | Allowed | Default |\n|---|---|---|---|---|\n", settings(page));
        table(text, "| Reading | Attribute | What | Unit |\n|---|---|---|---|\n", readings(page));
        table(text, "| Operation | What |\n|---|---|\n", operations(page));
    }

    private static void table(StringBuilder text, String head, List<String> rows) {
        if (!rows.isEmpty()) {
            text.append("\n").append(head).append(String.join("", rows));
        }
    }

    private static List<String> settings(ParameterPage page) {
        return page.parameters().stream()
                .filter(Parameter::writable)
                .map(setting -> row(
                        code(setting.key()),
                        setting.attribute(),
                        setting.description(),
                        setting.allowed()
                                + (setting.unit().isEmpty() ? "" : ", in " + setting.unit())
                                + (setting.secret() ? "; secret" : ""),
                        code(setting.defaultValue())))
                .toList();
    }

    private static List<String> readings(ParameterPage page) {
        return page.parameters().stream()
                .filter(parameter -> !parameter.writable())
                .map(reading -> row(code(reading.key()), reading.attribute(), reading.description(), reading.unit()))
                .toList();
    }

    private static List<String> operations(ParameterPage page) {
        return page.operations().all().stream()
                .map(operation -> row(
                        code(operation.getName()),
                        operation.getAnnotation(Operation.class).value()))
                .toList();
    }

    private static String row(String... cells) {
        return Arrays.stream(cells)
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }
}
