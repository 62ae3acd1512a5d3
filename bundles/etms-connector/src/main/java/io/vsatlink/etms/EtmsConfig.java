/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms;

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
        name = "VsatLink ETMS element",
        description = "One connection to the ETMS Platform: a frontend mirrors tickets, a backend delivers requests")
public @interface EtmsConfig {
    String PID = "io.vsatlink.etms";

    @Setting(Kind.HOST)
    @AttributeDefinition(required = false, description = "IP address/host of ETMS, as a URL")
    String host() default "https://oa-uat.ebiz.verizon.com";

    @Setting(value = Kind.INTEGER, min = "1", max = "65535", leadsSecrets = true)
    @AttributeDefinition(required = false, description = "IP port of ETMS")
    String port() default "443";

    @Setting(Kind.BUS_ADDRESS)
    @AttributeDefinition(
            required = false,
            description = "ByPassProxy = no proxy, host:port = that proxy, empty = the JVM's proxy settings")
    String busAddress() default "ByPassProxy";

    @Setting(Kind.TEXT)
    @AttributeDefinition(required = false, description = "Username of the login")
    String username() default "";

    @Setting(Kind.SECRET)
    @AttributeDefinition(
            required = false,
            type = AttributeType.PASSWORD,
            description = "Password of the login; never shown")
    String password() default "";

    @Setting(Kind.SECRET)
    @AttributeDefinition(
            required = false,
            type = AttributeType.PASSWORD,
            description = "API Key of the gateway, sent with every call; never shown")
    String apiKey() default "";

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

    @Setting(Kind.TEXT)
    @AttributeDefinition(
            required = false,
            description = "The environment that handles the requests; required, sent with every call")
    String routeTo() default "";

    @Setting(Kind.TRUE_FALSE)
    @AttributeDefinition(required = false, description = "Whether Username and Password belong to a service account")
    String serviceAccount() default "false";

    @Setting(Kind.TEXT)
    @AttributeDefinition(
            required = false,
            description = "The ticket list that a frontend polls; required on a frontend")
    String ticketListId() default "";

    @Setting(
            value = Kind.CHOICE,
            allowed = {"Frontend", "Backend"})
    @AttributeDefinition(
            required = false,
            description =
                    "Frontend = mirrors the tickets, one per system; Backend = delivers requests, one or more per system")
    String elementType() default "Frontend";

    @Setting(Kind.ON_OFF)
    @AttributeDefinition(
            required = false,
            description = "Whether a backend may call ETMS at all; if not, requests wait")
    String ticketHandling() default "enabled";

    @Setting(value = Kind.DURATION, min = "30s", max = "1d")
    @AttributeDefinition(required = false, description = "How often a frontend polls the tickets")
    String refreshTime() default "5m";

    @Setting(Kind.TEXT)
    @AttributeDefinition(
            required = false,
            description = "The automation identity: a ticket that it created or owns counts as managed")
    String managedBy() default "AutoVSATDataMiner";

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

    @Setting(value = Kind.INTEGER, min = "0", max = "1000", unit = "requests per second")
    @AttributeDefinition(required = false, description = "Maximum number of calls per second; 0 = no limit")
    String requestsPerSecond() default "5";

    @Setting(
            value = Kind.CHOICE,
            allowed = {"accept", "mark", "refuse"})
    @AttributeDefinition(
            required = false,
            description = "How new tickets for circuits that are not monitored (tier 0 or 1, or Unmanaged) are handled:"
                    + " accept = as all others, mark = noted in the description, refuse = not accepted")
    String unmonitoredCircuits() default "mark";

    @Setting(
            value = Kind.DURATION,
            allowed = {"off"},
            min = "1s",
            max = "1d")
    @AttributeDefinition(
            required = false,
            description =
                    "How long a new ticket waits on a backend before it is sent; a closing within that time takes both back."
                            + " off = not at all")
    String submitDelay() default "off";

    @Setting(Kind.PATH)
    @AttributeDefinition(
            required = false,
            description =
                    "A CSV file with windows of planned work, or a folder of such files: in a window, a backend lets new"
                            + " tickets of its circuits wait; empty = none")
    String plannedWork() default "";

    @Setting(
            value = Kind.CHOICE,
            allowed = {"off", "note"})
    @AttributeDefinition(
            required = false,
            description =
                    "What a backend makes of a new ticket while one is open at ETMS for the same circuit and category:"
                            + " off = a second ticket, note = a note on the open one")
    String secondTicket() default "off";

    @Setting(
            value = Kind.DURATION,
            allowed = {"off"},
            min = "1m",
            max = "7d")
    @AttributeDefinition(required = false, description = "The window of flapCount; off = new tickets are not counted")
    String flapWindow() default "off";

    @Setting(value = Kind.INTEGER, min = "2", max = "1000", unit = "new tickets")
    @AttributeDefinition(
            required = false,
            description =
                    "From this number of new tickets for the same circuit and category within flapWindow on, a backend makes"
                            + " a note on the open one of each")
    String flapCount() default "3";

    @Setting(Kind.NAME)
    @AttributeDefinition(
            required = false,
            description =
                    "The provisioning element whose circuits the tickets are about; empty = the only one there is")
    String provisioning() default "";

    @Setting(Kind.URL)
    @AttributeDefinition(
            required = false,
            description = "The platform's ticketing: the URL of a TMF621 server; empty = events only")
    String ticketingUrl() default "";

    @Setting(Kind.ON_OFF)
    @AttributeDefinition(
            required = false,
            description = "Whether tickets closed in the platform's ticketing are closed at ETMS")
    String closeFromPlatform() default "disabled";

    @Setting(Kind.FILE_NAME)
    @AttributeDefinition(
            required = false,
            description =
                    "A file in etc with the vendor profile, which describes the API of ETMS; empty = the built-in profile")
    String profile() default "";
}
