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
}
