package io.vsatlink.exporter;

import io.vsatlink.parameters.Kind;
import io.vsatlink.parameters.Setting;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of an element's exporter, each defined here and nowhere else. */
@ObjectClassDefinition(
        name = "VsatLink Exporter",
        description = "The files of one provisioning element; the name is the element's")
public @interface ExporterConfig {
    String PID = "io.vsatlink.exporter";

    @Setting(Kind.ON_OFF)
    @AttributeDefinition(required = false, description = "Whether files are written after each completed poll")
    String fileExport() default "disabled";

    @Setting(Kind.PATH)
    @AttributeDefinition(required = false, description = "The absolute directory that the files are written to")
    String fileExportPath() default "";

    @Setting(
            value = Kind.LIST,
            allowed = {"csv", "jsonl"})
    @AttributeDefinition(
            required = false,
            description = "The formats that each dataset is written in; jsonl is JSON lines")
    String formats() default "csv";

    @Setting(Kind.ON_OFF)
    @AttributeDefinition(
            required = false,
            description = "Whether texts in CSV that a spreadsheet would take for a formula get a leading apostrophe")
    String csvFormulaGuard() default "enabled";

    @Setting(
            value = Kind.CHOICE,
            allowed = {"owner", "group", "everyone"})
    @AttributeDefinition(
            required = false,
            description = "Who of this machine may read the files, and folders that are made for them")
    String filePermissions() default "owner";

    @Setting(Kind.ON_OFF)
    @AttributeDefinition(
            required = false,
            description = "Whether to export while the last poll of a dataset has not succeeded; the manifest marks it")
    String exportIncomplete() default "enabled";
}
