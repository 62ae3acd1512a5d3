/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.remote.draft.sample.OpenApi;
import io.vsatlink.remote.draft.sample.SavedAnswer;
import io.vsatlink.remote.profile.AuthProfile;
import io.vsatlink.remote.profile.FactPlace;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.PagingProfile.Style;
import io.vsatlink.remote.profile.VendorProfile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiDraftTest {
    @Test
    void aDocumentAloneGivesPathsColumnsPagingErrorsAndAuthentication() throws Exception {
        Drafting draft =
                new Drafting("openapi.json", new ProfileDraft(Drafting.NEEDS).of("lab", List.of(), document()));
        VendorProfile profile = draft.profile();
        ListingProfile circuits = profile.listings().get("circuits");
        assertThat(circuits.request().path()).isEqualTo("/api/v4/circuits");
        assertThat(circuits.items().pointer()).isEqualTo("/items");
        assertThat(circuits.paging().style()).isEqualTo(Style.OFFSET);
        assertThat(circuits.paging().position().name()).isEqualTo("offset");
        assertThat(circuits.paging().position().size()).isEqualTo("limit");
        assertThat(circuits.paging().facts().totalPointer()).isEqualTo("/total");
        assertThat(circuits.items().columns().stream()
                        .filter(column -> column != null)
                        .map(column -> column.name() + column.place()))
                .containsExactly(
                        "circuitId/id",
                        "circuitAlias/circuitAlias",
                        "serviceTier/serviceTier",
                        "countryCode/country/code",
                        "lastModified/lastModified");
        assertThat(profile.errors().codePointers()).containsExactly("/code");
        assertThat(profile.errors().messagePointers()).containsExactly("/message");
        assertThat(profile.auth()).isInstanceOfSatisfying(AuthProfile.OAuth2.class, auth -> {
            assertThat(auth.url()).isEqualTo("/oauth/token");
            assertThat(auth.form()).containsEntry("scope", "inventory.read");
        });
        assertThat(draft.text())
                .contains("// please check: the OpenAPI document has other schemes too: key")
                .contains("\"serviceTier\": \"/serviceTier\", // likely")
                .doesNotContain("// sure");
    }

    @Test
    void aDocumentGivesTheSavedAnswerItsPathAndParameters() throws Exception {
        byte[] answer =
                "HTTP/1.1 200 OK\r\nX-Total-Count: 2\r\n\r\n{\"total\": 2, \"items\": [{\"id\": \"A\", \"serviceTier\": 3}, {\"id\": \"B\", \"serviceTier\": 1}]}"
                        .getBytes(StandardCharsets.UTF_8);
        String draft = new ProfileDraft(Drafting.NEEDS)
                .of("lab", List.of(SavedAnswer.of("circuits", "c.json", answer)), document());
        assertThat(draft)
                .contains("\"path\": \"/api/v4/circuits\", // likely: its rows have these members")
                .contains("\"offsetParameter\": \"offset\", // likely: as the OpenAPI document has it")
                .contains("\"serviceTier\": \"/serviceTier\" // sure");
        assertThat(new Drafting("c.json", draft).profile().listings()).containsOnlyKeys("circuits");
    }

    /** Where the saved answer has no headers too: a poll without the total could not tell a part from the whole. */
    @Test
    void aTotalInAHeaderIsTakenFromTheDocument() throws Exception {
        String text = new String(Drafting.bytes("openapi.json"), StandardCharsets.UTF_8)
                .replace("\"total\": {\"type\": \"integer\"},", "")
                .replace(
                        "\"200\": {\"description\": \"some\",",
                        "\"200\": {\"description\": \"some\", \"headers\": {\"x-total-count\": {\"schema\": {\"type\": \"integer\"}}},");
        OpenApi document = OpenApi.of("openapi.json", text.getBytes(StandardCharsets.UTF_8));
        SavedAnswer answer = SavedAnswer.of(
                "circuits",
                "c.json",
                "{\"items\": [{\"id\": \"A\", \"serviceTier\": 3}]}".getBytes(StandardCharsets.UTF_8));
        for (List<SavedAnswer> answers : List.of(List.<SavedAnswer>of(), List.of(answer))) {
            String draft = new ProfileDraft(Drafting.NEEDS).of("lab", answers, document);
            assertThat(draft).contains("\"totalHeader\": \"X-Total-Count\" // likely: as the OpenAPI document has it");
            assertThat(new Drafting("openapi.json", draft)
                            .profile()
                            .listings()
                            .get("circuits")
                            .paging()
                            .facts()
                            .total())
                    .isEqualTo(new FactPlace(null, "X-Total-Count"));
        }
    }

    @Test
    void whatIsNoDocumentOfThisKindIsRefused() {
        assertThatThrownBy(() ->
                        OpenApi.of("s.json", "{\"swagger\": \"2.0\", \"paths\": {}}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("s.json is not an OpenAPI 3 document in JSON");
        assertThatThrownBy(() -> OpenApi.of("s.yaml", "openapi: 3.0.0".getBytes(StandardCharsets.UTF_8)))
                .hasMessageStartingWith("s.yaml: not valid JSON");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\": \"apiKey\", \"in\": \"query\", \"name\": \"api_key\"} | ApiKey[key=Shown[inQuery=true, name=api_key, value=${password}], check=null]",
                "{\"type\": \"apiKey\", \"in\": \"header\", \"name\": \"X-Key\"} | ApiKey[key=Shown[inQuery=false, name=X-Key, value=${password}], check=null]",
                "{\"type\": \"http\", \"scheme\": \"Digest\"} | Digest[check=null]"
            })
    void aSchemeThatGoesOutWithEveryCallIsTaken(String scheme, String auth) throws Exception {
        String text = new String(Drafting.bytes("openapi.json"), StandardCharsets.UTF_8)
                .replaceFirst("(?s)\"securitySchemes\": \\{.*", "\"securitySchemes\": {\"s\": ")
                .concat(scheme + "}}}");
        OpenApi document = OpenApi.of("openapi.json", text.getBytes(StandardCharsets.UTF_8));
        String draft = new ProfileDraft(Drafting.NEEDS).of("lab", List.of(), document);
        assertThat(new Drafting("openapi.json", draft).profile().auth()).hasToString(auth);
    }

    private static OpenApi document() throws Exception {
        return OpenApi.of("openapi.json", Drafting.bytes("openapi.json"));
    }
}
