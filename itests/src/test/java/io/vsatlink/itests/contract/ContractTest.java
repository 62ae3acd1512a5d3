/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.contract.Profile.Listing;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Vendor profile, OpenAPI document and datasets agree. */
class ContractTest {
    private static final String CIRCUITS = "/paths/~1api~1v1~1circuits";

    @Test
    void profileDocumentAndDatasetsNameTheSameThings() throws Exception {
        assertEquals(List.of(), Differences.of(Profile.read(), OpenApi.read()));
    }

    @Test
    void aFieldThatOnlyOneOfThemHasIsNamed() throws Exception {
        OpenApi document = OpenApi.read();
        ObjectNode circuit = object(document, "/components/schemas/Circuit/properties");
        circuit.set("beamId", circuit.remove("nms"));
        assertEquals(
                List.of(
                        "circuits: the profile has the field /nms, the document has not",
                        "circuits: the document has the field /beamId, the profile has not"),
                Differences.of(Profile.read(), document));
    }

    @Test
    void anotherTypeIsNamed() throws Exception {
        OpenApi document = OpenApi.read();
        object(document, "/components/schemas/Circuit/properties/serviceTier").put("type", "number");
        object(document, "/components/schemas/EspPir/properties/lastModified").remove("format");
        assertEquals(
                List.of(
                        "circuits: /serviceTier is INTEGER in the dataset, DECIMAL in the document",
                        "espPirs: /lastModified is TIME in the dataset, TEXT in the document"),
                Differences.of(Profile.read(), document));
    }

    @Test
    void anotherPathParameterHeaderOrKeyIsNamed() throws Exception {
        OpenApi document = OpenApi.read();
        ObjectNode paths = object(document, "/paths");
        paths.set("/api/v1/pirs", paths.remove("/api/v1/esp-pirs"));
        object(document, "/components/parameters/PageSize").put("name", "limit");
        object(document, CIRCUITS + "/get").putArray("parameters");
        object(document, "/components/schemas/Customer").putArray("required");
        List<String> found = Differences.of(Profile.read(), document);
        assertTrue(
                found.containsAll(List.of(
                        "all: the profile has the path /api/v1/esp-pirs, the document has not",
                        "all: the document has the path /api/v1/pirs, the profile has not",
                        "devices: the profile has the parameter pageSize, the document has not",
                        "devices: the document has the parameter limit, the profile has not",
                        "/api/v1/circuits: the profile has the header X-Correlation-Id, the document has not",
                        "customers: what a row must have is [/customerNumber] in the profile, [] in the document")),
                String.join("\n", found));
    }

    @Test
    void everyCallDocumentsItsErrorsAndRetryAfter() throws Exception {
        OpenApi document = OpenApi.read();
        for (String path : document.paths()) {
            boolean login = path.endsWith("/login");
            Operation operation = document.operation(login ? "post" : "get", path);
            Set<String> wanted = Set.of("200", "400", "401", "403", login ? "423" : "404", "429", "503", "5XX");
            assertTrue(operation.statuses().containsAll(wanted), path + " tells only " + operation.statuses());
            for (String status : List.of("429", "503")) {
                assertTrue(operation.answer(status).path("headers").has("Retry-After"), path);
            }
        }
    }

    @Test
    void anExampleIsAWholeListingSoThatAPollOfAMockIsComplete() throws Exception {
        OpenApi document = OpenApi.read();
        Profile profile = Profile.read();
        for (Dataset dataset : Dataset.values()) {
            Listing listing = profile.listings().get(dataset.key());
            JsonNode page = document.operation("get", listing.path()).example("200");
            JsonNode items = page.at(profile.itemsPointer());
            assertEquals(items.size(), page.path("totalItems").asInt(), dataset.key());
            assertEquals(1, page.path("totalPages").asInt(), dataset.key());
            Set<String> keys = new HashSet<>();
            for (JsonNode item : items) {
                assertTrue(keys.add(item.at(listing.pointer(listing.key())).asText()), item.toString());
                assertEquals(List.of(), misfits(item, dataset, listing), item.toString());
            }
            assertFalse(keys.isEmpty(), dataset.key());
        }
    }

    private static List<String> misfits(JsonNode item, Dataset dataset, Listing listing) {
        return dataset.columns().stream()
                .filter(column -> {
                    JsonNode value = item.at(listing.pointer(column.name()));
                    return !value.isMissingNode() && !value.isNull() && !Types.fits(value, column.type());
                })
                .map(Column::name)
                .toList();
    }

    private static ObjectNode object(OpenApi document, String pointer) {
        return (ObjectNode) document.root().at(pointer);
    }
}
