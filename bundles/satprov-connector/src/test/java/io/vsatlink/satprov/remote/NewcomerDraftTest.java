/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.check.ListingReport;
import io.vsatlink.remote.check.ProfileCheck;
import io.vsatlink.remote.draft.ProfileDraft;
import io.vsatlink.remote.draft.sample.SavedAnswer;
import io.vsatlink.remote.login.Credentials;
import io.vsatlink.remote.login.Endpoint;
import io.vsatlink.remote.profile.ProfileException;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.remote.profile.read.ProfileReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The session in docs/vendor-profiles.md: a profile of all eight datasets for an inventory in the shape of TM Forum's APIs, out
 * of its saved answers.
 */
class NewcomerDraftTest {
    private static final String LAST_UPDATE = "\"lastModified\": \"/lastUpdate\", ";

    /** The file of each dataset; two datasets are lists in the rows of others. */
    private static final Map<String, String> FILES = new LinkedHashMap<>();

    /** What a person adds to the draft: columns, by dataset. */
    private static final Map<String, String> COLUMNS = Map.of(
            "circuits",
            LAST_UPDATE
                    + "\"status\": \"/state\", \"serviceType\": \"/category\", \"locationId\": \"/place/[role=installation]/id\",",
            "customers",
            LAST_UPDATE,
            "locations",
            LAST_UPDATE + "\"espLocationName\": \"/name\",",
            "devices",
            "\"lastModified\": {\"pointer\": \"/lastUpdate\", \"written\": \"epochMillis\"},"
                    + " \"circuitId\": \"/resourceRelationship/[type=supports]/id\",",
            "contactInfo",
            LAST_UPDATE + "\"telephone\": \"/contactMedium/[type=phone]/value\",",
            "outageContacts",
            "",
            "locationEquipments",
            "",
            "espPirs",
            LAST_UPDATE + "\"circuitId\": \"/service/id\",");

    static {
        FILES.put("circuits", "services.json");
        FILES.put("customers", "organizations.json");
        FILES.put("locations", "sites.json");
        FILES.put("devices", "resources.json");
        FILES.put("contactInfo", "individuals.json");
        FILES.put("outageContacts", "services.json");
        FILES.put("locationEquipments", "sites.json");
        FILES.put("espPirs", "profiles.json");
    }

    @Test
    void theDraftLacksThePathsOnly() throws Exception {
        ProfileException refused = catchThrowableOfType(ProfileException.class, () -> read(draft()));
        assertThat(refused.mistakes())
                .hasSize(8)
                .allMatch(mistake -> mistake.contains("/path is missing; it must be a path"));
    }

    @Test
    void theDraftWithThePathsFitsTheAnswersItIsMadeOf() throws Exception {
        VendorProfile profile = read(withPaths(draft()));
        for (Map.Entry<String, String> each : FILES.entrySet()) {
            ListingReport report =
                    new ProfileCheck(profile, null).saved(each.getKey(), each.getValue(), bytes(each.getValue()));
            assertThat(report.good()).as(String.join("\n", report.lines())).isTrue();
        }
        assertThat(draft())
                .contains("\"rows\": \"/outageContact\", // likely", "\"circuitId\": {\"parent\": \"/id\"}, // likely")
                .contains("\"rows\": \"/equipment\", // likely", "\"locationId\": {\"parent\": \"/id\"}, // likely");
    }

    @Test
    void theEditedProfileFitsTheVendor() throws Exception {
        HttpServer vendor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FILES.values().stream()
                .distinct()
                .forEach(file -> vendor.createContext(path(file), call -> {
                    byte[] body = bytes(file);
                    call.getResponseHeaders().add("Content-Type", "application/json");
                    call.sendResponseHeaders(
                            call.getRequestHeaders().containsKey("Authorization") ? 200 : 401, body.length);
                    call.getResponseBody().write(body);
                    call.close();
                }));
        vendor.start();
        VendorProfile profile = read(edited(withPaths(draft())));
        URI base = URI.create("http://127.0.0.1:" + vendor.getAddress().getPort());
        try (VendorClient client = new VendorClient(
                profile, new Endpoint(base, "ByPassProxy", null), new Credentials("ops", "s3cret-Pa55"))) {
            client.login();
            for (String dataset : FILES.keySet()) {
                ListingReport report = new ProfileCheck(profile, client).listing(dataset, 250);
                assertThat(report.good()).as(String.join("\n", report.lines())).isTrue();
            }
        } finally {
            vendor.stop(0);
        }
        assertThat(columns(read(withPaths(draft())))).isEqualTo(47);
        assertThat(columns(profile)).isEqualTo(60);
    }

    private static long columns(VendorProfile profile) {
        return profile.listings().values().stream()
                .flatMap(listing -> listing.items().columns().stream())
                .filter(column -> column != null)
                .count();
    }

    private static String path(String file) {
        return "/inventory/" + file.replace(".json", "");
    }

    private static String withPaths(String draft) {
        String text = draft;
        for (String file : FILES.values()) {
            text = text.replace(
                    "// fill in \"path\": the path of the call that returned " + file,
                    "\"path\": \"" + path(file) + "\",");
        }
        return text;
    }

    private static String edited(String draft) {
        StringBuilder text = new StringBuilder(draft);
        COLUMNS.forEach((dataset, columns) -> {
            String start = "\"columns\": {";
            int at = text.indexOf(start, text.indexOf("    \"" + dataset + "\": {"));
            text.insert(at + start.length(), "\n        " + columns);
        });
        return text.toString();
    }

    private static VendorProfile read(String text) throws ProfileException {
        return ProfileReader.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                "tmf.json",
                SatprovProfile.BUILT_IN.needs());
    }

    private static String draft() throws IOException {
        List<SavedAnswer> answers = new ArrayList<>();
        for (Map.Entry<String, String> each : FILES.entrySet()) {
            answers.add(SavedAnswer.of(each.getKey(), each.getValue(), bytes(each.getValue())));
        }
        return new ProfileDraft(SatprovProfile.BUILT_IN.needs()).of("tmf", answers, null);
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream in = NewcomerDraftTest.class.getResourceAsStream("/tmf/" + file)) {
            return in.readAllBytes();
        }
    }
}
