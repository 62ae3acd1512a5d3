/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.settings;

import io.vsatlink.etms.hygiene.HygieneRules;
import io.vsatlink.etms.request.UnmonitoredCircuits;
import io.vsatlink.kit.connection.ConnectionGate;
import io.vsatlink.kit.element.AccessSettings;
import io.vsatlink.parameters.Values;
import io.vsatlink.remote.login.Access;
import io.vsatlink.remote.login.Credentials;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The element's settings in force, in the form that its parts need.
 *
 * @param access address and credentials for calls; empty while a required setting is missing or invalid
 * @param missing the name of that setting; empty if there is none
 * @param system the name of the system that the element belongs to; empty while host, port, routeTo or username is missing
 * @param frontend whether the element mirrors tickets; otherwise it delivers requests
 * @param handling whether calls are allowed
 * @param perSecond the maximum number of calls per second; 0 for no limit
 * @param ticketingUrl the address of the platform's ticketing; empty if there is none
 * @param profile the name of the vendor profile's file; empty for the built-in one
 */
public record EtmsSettings(
        Optional<Access> access,
        String missing,
        String system,
        boolean frontend,
        boolean handling,
        String ticketListId,
        Duration refreshTime,
        String managedBy,
        long perSecond,
        UnmonitoredCircuits unmonitored,
        String ticketingUrl,
        boolean closeFromPlatform,
        String profile,
        HygieneRules hygiene) {

    private static final String[] NEEDED = {
        "host",
        "port",
        "username",
        "password",
        "apiKey",
        "routeTo",
        "serviceAccount",
        "elementType",
        "ticketHandling",
        "refreshTime",
        "requestsPerSecond",
        "unmonitoredCircuits",
        "submitDelay",
        "secondTicket",
        "flapWindow",
        "flapCount",
        "closeFromPlatform"
    };

    /** Applies the settings to the gate, or disables it if calls are not allowed. */
    public void applyTo(ConnectionGate<?> gate) {
        if (handling) {
            gate.use(access, missing);
        } else {
            gate.disable("Ticket Handling is disabled: ETMS is not called, requests wait");
        }
    }

    /** @param etc the folder of the files that settings name; null if the host has none */
    public static EtmsSettings of(Values values, Path etc) {
        boolean frontend = values.text("elementType").equals("Frontend");
        String missing = missing(values, frontend);
        return new EtmsSettings(
                missing.isEmpty() ? Optional.of(access(values, etc)) : Optional.empty(),
                missing,
                system(values),
                frontend,
                // applies to backends only; without a valid value, calls are not allowed
                frontend || values.text("ticketHandling").equals("enabled"),
                values.text("ticketListId"),
                values.has("refreshTime") ? values.duration("refreshTime") : Duration.ofMinutes(5),
                values.text("managedBy"),
                values.has("requestsPerSecond") ? values.number("requestsPerSecond") : 1,
                UnmonitoredCircuits.named(values.text("unmonitoredCircuits")),
                values.text("ticketingUrl"),
                values.on("closeFromPlatform"),
                values.text("profile"),
                HygieneRules.of(values));
    }

    /** Elements that agree in these four settings share their stored data. */
    private static String system(Values values) {
        boolean known = Stream.of("host", "port", "routeTo", "username").allMatch(values::has);
        return known
                ? "%s:%s %s %s"
                        .formatted(
                                values.text("host"),
                                values.text("port"),
                                values.text("routeTo"),
                                values.text("username"))
                : "";
    }

    private static String missing(Values values, boolean frontend) {
        return values.missing(
                Stream.concat(
                        AccessSettings.MAY_BE_EMPTY.stream(),
                        Stream.of("managedBy", "plannedWork", "provisioning", "ticketingUrl", "profile")),
                Stream.concat(Stream.of(NEEDED), frontend ? Stream.of("ticketListId") : Stream.of()));
    }

    private static Access access(Values values, Path etc) {
        Map<String, Object> secrets = AccessSettings.secrets(values);
        Map<String, Object> settings = new HashMap<>(secrets);
        settings.put("apiKey", values.text("apiKey"));
        settings.put("routeTo", values.text("routeTo"));
        settings.put("serviceAccount", values.on("serviceAccount"));
        settings.put("ticketListId", values.text("ticketListId"));
        Set<String> hidden = new HashSet<>(secrets.keySet());
        hidden.add("apiKey");
        return new Access(
                AccessSettings.endpoint(values, etc),
                new Credentials(values.text("username"), values.text("password"), settings, hidden));
    }
}
