/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.contract;

import static io.vsatlink.itests.contract.Differences.DOCUMENT;
import static io.vsatlink.itests.contract.Differences.PROFILE;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.dataset.ColumnType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Compares the login and its refusals. */
record LoginDifferences(Profile profile, OpenApi document, Differences differences) {
    private static final String LOGIN = "login";
    private static final String TOKEN_REFUSED = "401";
    private static final String LOCKED = "423";

    void find() {
        JsonNode told = profile.login();
        Operation login = document.operation(
                told.path("method").asText().toLowerCase(Locale.ROOT),
                told.path("path").asText());
        differences.names(
                LOGIN,
                "header",
                PROFILE,
                profile.headers(),
                DOCUMENT,
                login.parameters("header").keySet());
        Set<String> body = OpenApi.names(told.path("body"));
        differences.names(
                LOGIN,
                "member",
                PROFILE,
                body,
                DOCUMENT,
                document.fields(login.request()).keySet());
        body.forEach(member -> type(login.request(), "/" + member, ColumnType.TEXT));
        type(login.schema("200"), profile.token().path("pointer").asText(), ColumnType.TEXT);
        type(login.schema("200"), profile.token().path("expiresInPointer").asText(), ColumnType.INTEGER);
        differences.values(LOGIN, "its own authentication", PROFILE, "", DOCUMENT, login.authentication());
        codes(login, LOCKED, "locked");
        for (String status : login.statuses()) {
            errorPlaces(LOGIN, login, status);
        }
        for (Profile.Listing each : profile.listings().values()) {
            listing(document.operation("get", each.path()), each.path());
        }
    }

    /** What all listings share with the login. */
    private void listing(Operation listing, String path) {
        differences.names(
                path,
                "header",
                PROFILE,
                profile.headers(),
                DOCUMENT,
                listing.parameters("header").keySet());
        String header = profile.token().path("header").asText() + ": "
                + profile.token().path("headerValue").asText();
        String bearer = listing.authentication().equals("bearer") ? "Authorization: Bearer ${token}" : "no bearer";
        differences.values(path, "the token's header", PROFILE, header, DOCUMENT, bearer);
        codes(listing, TOKEN_REFUSED, "logInAgain");
        for (String status : listing.statuses()) {
            errorPlaces(path, listing, status);
        }
    }

    private void codes(Operation operation, String status, String name) {
        Set<String> codes = new TreeSet<>();
        profile.errors().path("codes").path(name).forEach(each -> codes.add(each.asText()));
        differences.lacking("errors", "code of a " + status, PROFILE, codes, DOCUMENT, operation.codes(status));
    }

    private void errorPlaces(String where, Operation operation, String status) {
        if (!status.startsWith("2")) {
            for (String name : List.of("codePointers", "messagePointers")) {
                String pointer = profile.errors().path(name).path(0).asText();
                ColumnType type = Types.of(document.at(operation.schema(status), pointer), document);
                differences.values(where + " " + status, pointer, PROFILE, ColumnType.TEXT, DOCUMENT, type);
            }
        }
    }

    private void type(JsonNode schema, String pointer, ColumnType type) {
        JsonNode place = document.at(schema, pointer);
        // the format "password" only affects the display
        ColumnType told =
                place.path("format").asText().equals("password") ? ColumnType.TEXT : Types.of(place, document);
        differences.values(LOGIN, pointer, PROFILE, type, DOCUMENT, told);
    }
}
