/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.beams;

import io.vsatlink.parameters.Kind;
import io.vsatlink.parameters.Setting;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of an element. */
@ObjectClassDefinition(name = "Beams element")
public @interface BeamsConfig {
    String PID = "io.vsatlink.beams";

    @Setting(Kind.HOST)
    @AttributeDefinition(required = false, description = "Host of the catalogue, as a URL")
    String host() default "";

    @Setting(value = Kind.INTEGER, min = "1", max = "65535", leadsSecrets = true)
    @AttributeDefinition(required = false, description = "Port of the catalogue")
    String port() default "443";

    @Setting(value = Kind.TEXT, required = true)
    @AttributeDefinition(required = false, description = "Name of the user")
    String username() default "";

    @Setting(value = Kind.SECRET, required = true)
    @AttributeDefinition(required = false, type = AttributeType.PASSWORD, description = "Password of the user")
    String password() default "";

    @Setting(value = Kind.DURATION, min = "1s", max = "365d")
    @AttributeDefinition(required = false, description = "How often the listings are polled")
    String interval() default "1h";
}
