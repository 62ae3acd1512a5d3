/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov;

import io.vsatlink.parameters.Kind;
import io.vsatlink.parameters.Setting;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The settings of an element, each defined here and nowhere else. All are text, because a typed member would fail
 * inside the container before our validator could report it.
 */
@ObjectClassDefinition(
        name = "VsatLink Satellite Provisioning element",
        description = "One connection to a Satellite Provisioning Platform and the polling of its datasets")
public @interface SatprovConfig {
    String PID = "io.vsatlink.satprov";

    String STATE = "Whether the dataset is polled at its interval";
    String INTERVAL = "How often the dataset is polled";
    String ITEMS_PER_PAGE = "Number of rows requested per page";
    String MIN_INTERVAL = "1m";
    String MAX_INTERVAL = "365d";
    String DEFAULT_INTERVAL = "1d";
    String MAX_ITEMS = "10000";
    String DEFAULT_ITEMS = "250";

    @Setting(Kind.HOST)
    @AttributeDefinition(required = false, description = "IP address/host of the platform, as a URL")
    String host() default "https://satellite-provisioning.verizon-uat.com";

    @Setting(value = Kind.INTEGER, min = "1", max = "65535", leadsSecrets = true)
    @AttributeDefinition(required = false, description = "IP port of the platform")
    String port() default "443";

    @Setting(Kind.BUS_ADDRESS)
    @AttributeDefinition(
            required = false,
            description = "ByPassProxy = no proxy, host:port = that proxy, empty = the JVM's proxy settings")
    String busAddress() default "";

    @Setting(Kind.TEXT)
    @AttributeDefinition(required = false, description = "API Username of the login")
    String apiUsername() default "";

    @Setting(Kind.SECRET)
    @AttributeDefinition(
            required = false,
            type = AttributeType.PASSWORD,
            description = "API Password of the login; never shown")
    String apiPassword() default "";

    @Setting(Kind.SECRET)
    @AttributeDefinition(
            required = false,
            type = AttributeType.PASSWORD,
            description = "A further secret, ${secret1} in a vendor profile; never shown")
    String secret1() default "";

    @Setting(Kind.SECRET)
    @AttributeDefinition(
            required = false,
            type = AttributeType.PASSWORD,
            description = "A further secret, ${secret2} in a vendor profile; never shown")
    String secret2() default "";

    @Setting(Kind.SECRET)
    @AttributeDefinition(
            required = false,
            type = AttributeType.PASSWORD,
            description = "A further secret, ${secret3} in a vendor profile; never shown")
    String secret3() default "";

    @Setting(Kind.CERTIFICATES)
    @AttributeDefinition(
            required = false,
            description = "A PEM file with the certificates to trust; empty = the JVM's trusted certificates")
    String trustedCertificates() default "";

    @Setting(Kind.FILE_NAME)
    @AttributeDefinition(
            required = false,
            description =
                    "A file in etc with the key and certificate that we show to the server: a PKCS #12 key store; empty = none")
    String clientKeyStore() default "";

    @Setting(Kind.SECRET)
    @AttributeDefinition(
            required = false,
            type = AttributeType.PASSWORD,
            description = "Password of the client key store; never shown")
    String clientKeyStorePassword() default "";

    @Setting(value = Kind.TRUE_FALSE, leadsSecrets = true)
    @AttributeDefinition(
            required = false,
            description = "Whether plain http is allowed to other machines; it is always allowed to this machine")
    String allowPlainHttp() default "false";

    @Setting(value = Kind.INTEGER, min = "1", max = "16", unit = "pages")
    @AttributeDefinition(
            required = false,
            description = "Maximum number of pages in flight, over all datasets of the element")
    String parallelPages() default "4";

    @Setting(value = Kind.INTEGER, min = "0", max = "1000", unit = "requests per second")
    @AttributeDefinition(required = false, description = "Maximum number of pages requested per second; 0 = no limit")
    String requestsPerSecond() default "0";

    @Setting(value = Kind.INTEGER, min = "0", max = "100", unit = "percent")
    @AttributeDefinition(
            required = false,
            description =
                    "How much of a dataset one poll may remove; beyond this and 500 rows, or when all rows would be removed, the poll is Held until acceptDeletions")
    String deletionLimitPercent() default "10";

    @Setting(value = Kind.DURATION, min = MIN_INTERVAL, max = MAX_INTERVAL)
    @AttributeDefinition(
            required = false,
            description =
                    "How often at least a dataset is read as a whole; polls between only ask for what changed, if the vendor profile has changes, and can't see deletions")
    String fullPollInterval() default DEFAULT_INTERVAL;

    @Setting(Kind.FILE_NAME)
    @AttributeDefinition(
            required = false,
            description =
                    "A file in etc with the vendor profile, which describes the platform's API; empty = the built-in profile")
    String profile() default "";

    @Setting(Kind.ON_OFF)
    @AttributeDefinition(required = false, description = STATE)
    String circuits_state() default "enabled";

    @Setting(value = Kind.DURATION, min = MIN_INTERVAL, max = MAX_INTERVAL)
    @AttributeDefinition(required = false, description = INTERVAL)
    String circuits_interval() default DEFAULT_INTERVAL;

    @Setting(value = Kind.INTEGER, min = "1", max = MAX_ITEMS, unit = "rows")
    @AttributeDefinition(required = false, description = ITEMS_PER_PAGE)
    String circuits_itemsPerPage() default DEFAULT_ITEMS;

    @Setting(Kind.ON_OFF)
    @AttributeDefinition(required = false, description = STATE)
    String customers_state() default "enabled";

    @Setting(value = Kind.DURATION, min = MIN_INTERVAL, max = MAX_INTERVAL)
    @AttributeDefinition(required = false, description = INTERVAL)
    String customers_interval() default DEFAULT_INTERVAL;

    @Setting(value = Kind.INTEGER, min = "1", max = MAX_ITEMS, unit = "rows")
    @AttributeDefinition(required = false, description = ITEMS_PER_PAGE)
    String customers_itemsPerPage() default DEFAULT_ITEMS;

    @Setting(Kind.ON_OFF)
    @AttributeDefinition(required = false, description = STATE)
    String locations_state() default "enabled";

    @Setting(value = Kind.DURATION, min = MIN_INTERVAL, max = MAX_INTERVAL)
    @AttributeDefinition(required = false, description = INTERVAL)
    String locations_interval() default DEFAULT_INTERVAL;

    @Setting(value = Kind.INTEGER, min = "1", max = MAX_ITEMS, unit = "rows")
    @AttributeDefinition(required = false, description = ITEMS_PER_PAGE)
    String locations_itemsPerPage() default DEFAULT_ITEMS;

    @Setting(Kind.ON_OFF)
    @AttributeDefinition(required = false, description = STATE)
    String devices_state() default "enabled";

    @Setting(value = Kind.DURATION, min = MIN_INTERVAL, max = MAX_INTERVAL)
    @AttributeDefinition(required = false, description = INTERVAL)
    String devices_interval() default DEFAULT_INTERVAL;

    @Setting(value = Kind.INTEGER, min = "1", max = MAX_ITEMS, unit = "rows")
    @AttributeDefinition(required = false, description = ITEMS_PER_PAGE)
    String devices_itemsPerPage() default DEFAULT_ITEMS;

    @Setting(Kind.ON_OFF)
    @AttributeDefinition(required = false, description = STATE)
    String contactInfo_state() default "enabled";

    @Setting(value = Kind.DURATION, min = MIN_INTERVAL, max = MAX_INTERVAL)
    @AttributeDefinition(required = false, description = INTERVAL)
    String contactInfo_interval() default DEFAULT_INTERVAL;

    @Setting(value = Kind.INTEGER, min = "1", max = MAX_ITEMS, unit = "rows")
    @AttributeDefinition(required = false, description = ITEMS_PER_PAGE)
    String contactInfo_itemsPerPage() default DEFAULT_ITEMS;

    @Setting(Kind.ON_OFF)
    @AttributeDefinition(required = false, description = STATE)
    String outageContacts_state() default "enabled";

    @Setting(value = Kind.DURATION, min = MIN_INTERVAL, max = MAX_INTERVAL)
    @AttributeDefinition(required = false, description = INTERVAL)
    String outageContacts_interval() default DEFAULT_INTERVAL;

    @Setting(value = Kind.INTEGER, min = "1", max = MAX_ITEMS, unit = "rows")
    @AttributeDefinition(required = false, description = ITEMS_PER_PAGE)
    String outageContacts_itemsPerPage() default DEFAULT_ITEMS;

    @Setting(Kind.ON_OFF)
    @AttributeDefinition(required = false, description = STATE)
    String locationEquipments_state() default "enabled";

    @Setting(value = Kind.DURATION, min = MIN_INTERVAL, max = MAX_INTERVAL)
    @AttributeDefinition(required = false, description = INTERVAL)
    String locationEquipments_interval() default DEFAULT_INTERVAL;

    @Setting(value = Kind.INTEGER, min = "1", max = MAX_ITEMS, unit = "rows")
    @AttributeDefinition(required = false, description = ITEMS_PER_PAGE)
    String locationEquipments_itemsPerPage() default DEFAULT_ITEMS;

    @Setting(Kind.ON_OFF)
    @AttributeDefinition(required = false, description = STATE)
    String espPirs_state() default "enabled";

    @Setting(value = Kind.DURATION, min = MIN_INTERVAL, max = MAX_INTERVAL)
    @AttributeDefinition(required = false, description = INTERVAL)
    String espPirs_interval() default DEFAULT_INTERVAL;

    @Setting(value = Kind.INTEGER, min = "1", max = MAX_ITEMS, unit = "rows")
    @AttributeDefinition(required = false, description = ITEMS_PER_PAGE)
    String espPirs_itemsPerPage() default DEFAULT_ITEMS;
}
