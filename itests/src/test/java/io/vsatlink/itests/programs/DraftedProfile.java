/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.programs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.kit.element.BuiltInProfile;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.check.ListingReport;
import io.vsatlink.remote.check.ProfileCheck;
import io.vsatlink.remote.draft.ProfileDraft;
import io.vsatlink.remote.draft.sample.OpenApi;
import io.vsatlink.remote.draft.sample.SavedAnswer;
import io.vsatlink.remote.login.Credentials;
import io.vsatlink.remote.login.Endpoint;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.remote.profile.read.ProfileReader;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/** A profile as a newcomer makes it: {@code profile-draft} out of a saved answer and an OpenAPI document, and some edits. */
record DraftedProfile(BuiltInProfile connector, String text) {

    /** @param path of the listing at the vendor */
    static DraftedProfile of(BuiltInProfile connector, String listing, Path document, URI vendor, String path)
            throws Exception {
        OpenApi api = OpenApi.of(document.getFileName().toString(), Files.readAllBytes(document));
        SavedAnswer answer = SavedAnswer.of(listing, listing + ".http", saved(vendor.resolve(path)));
        return new DraftedProfile(connector, new ProfileDraft(connector.needs()).of("tmf", List.of(answer), api));
    }

    /** As {@code curl -i} would save it. */
    private static byte[] saved(URI address) throws Exception {
        String basic = Base64.getEncoder()
                .encodeToString((Profiles.USER + ":" + Profiles.PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Basic " + basic)
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        StringBuilder text = new StringBuilder("HTTP/1.1 " + answer.statusCode() + "\r\n");
        answer.headers()
                .map()
                .forEach((name, values) ->
                        text.append(name).append(": ").append(values.get(0)).append("\r\n"));
        return text.append("\r\n").append(answer.body()).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The same with columns that only a person can know, before those of the draft. */
    DraftedProfile withColumns(String columns) {
        return replaced("\"columns\": {", "\"columns\": {\n" + columns + ",");
    }

    /** The same with another text in the place of one that the draft must have. */
    DraftedProfile replaced(String drafted, String edited) {
        assertTrue(text.contains(drafted), text);
        return new DraftedProfile(connector, text.replace(drafted, edited));
    }

    /** What {@code profile-check} says; everything must fit. */
    List<String> check(URI vendor, Collection<String> listings) throws Exception {
        VendorProfile profile = ProfileReader.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "tmf.json", connector.needs());
        URI base = URI.create("http://127.0.0.1:" + vendor.getPort());
        try (VendorClient client = new VendorClient(
                profile, new Endpoint(base, "ByPassProxy", null), new Credentials(Profiles.USER, Profiles.PASSWORD))) {
            client.login();
            List<ListingReport> reports = listings.stream()
                    .map(listing -> new ProfileCheck(profile, client).listing(listing, 250))
                    .toList();
            List<String> lines =
                    reports.stream().flatMap(report -> report.lines().stream()).toList();
            assertTrue(reports.stream().allMatch(ListingReport::good), String.join("\n", lines));
            return lines;
        }
    }
}
