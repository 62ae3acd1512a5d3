/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import org.osgi.service.metatype.annotations.AttributeDefinition;

/** An object class as elements define it, with the Metatype document that a build would generate from it. */
@interface SampleConfig {

    @Setting(Kind.HOST)
    @AttributeDefinition
    String host() default "https://vendor.example";

    @Setting(value = Kind.INTEGER, min = "1", max = "65535", leadsSecrets = true)
    @AttributeDefinition
    String port() default "443";

    @Setting(Kind.TEXT)
    @AttributeDefinition
    String username() default "";

    @Setting(Kind.SECRET)
    @AttributeDefinition
    String password() default "";

    @Setting(Kind.TRUE_FALSE)
    @AttributeDefinition
    String allowPlainHttp() default "false";

    @Setting(value = Kind.DURATION, min = "1m", max = "365d")
    @AttributeDefinition
    String rows_interval() default "1d";

    @Setting(Kind.ON_OFF)
    @AttributeDefinition
    String rows_state() default "enabled";

    @Setting(
            value = Kind.LIST,
            allowed = {"csv", "jsonl"})
    @AttributeDefinition
    String formats() default "csv";

    @Setting(Kind.PATH)
    @AttributeDefinition
    String path() default "";

    @Setting(Kind.BUS_ADDRESS)
    @AttributeDefinition
    String busAddress() default "";
}
