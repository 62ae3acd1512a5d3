/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter;

import io.vsatlink.parameters.Kind;
import io.vsatlink.parameters.Setting;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of an element's exporter, each defined here and nowhere else. */
@ObjectClassDefinition(
        name = "VsatLink Exporter",
        description = "The file export of one provisioning element; both have the same name")
public @interface ExporterConfig {
    String PID = "io.vsatlink.exporter";

    @Setting(Kind.ON_OFF)
    @AttributeDefinition(required = false, description = "Whether files are exported after each completed poll")
    String fileExport() default "disabled";

    @Setting(Kind.PATH)
    @AttributeDefinition(required = false, description = "The directory for the files, as an absolute path")
    String fileExportPath() default "";

    @Setting(
            value = Kind.LIST,
            allowed = {"csv", "jsonl"})
    @AttributeDefinition(required = false, description = "The formats of the dataset files; jsonl = JSON lines")
    String formats() default "csv";

    @Setting(Kind.ON_OFF)
    @AttributeDefinition(
            required = false,
            description = "Whether CSV text that a spreadsheet would read as a formula gets a leading apostrophe")
    String csvFormulaGuard() default "enabled";

    @Setting(
            value = Kind.CHOICE,
            allowed = {"owner", "group", "everyone"})
    @AttributeDefinition(
            required = false,
            description = "Who on this machine may read the files, and the folders created for them")
    String filePermissions() default "owner";

    @Setting(Kind.ON_OFF)
    @AttributeDefinition(
            required = false,
            description =
                    "Whether to export when the last poll of a dataset did not succeed; the manifest marks that dataset")
    String exportIncomplete() default "enabled";
}
