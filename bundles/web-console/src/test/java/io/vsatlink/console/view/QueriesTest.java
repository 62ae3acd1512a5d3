/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.RowQuery;
import io.vsatlink.api.store.Rows;
import io.vsatlink.console.call.Refusal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueriesTest {

    @Test
    void withoutParametersTheResultIsTheFirstRowsByKey() throws Exception {
        assertThat(Queries.of(Dataset.CIRCUITS, Map.of("element", "uat", "dataset", "circuits")))
                .isEqualTo(RowQuery.all(Dataset.CIRCUITS, 50));
    }

    @Test
    void readsAllParameters() throws Exception {
        RowQuery query = Queries.of(
                Dataset.CIRCUITS,
                Map.of(
                        "search", "Pulse",
                        "filter.status", "Active",
                        "filter.nms", "",
                        "sort", "serviceTier",
                        "descending", "true",
                        "limit", "7",
                        "afterKey", "C/1 ä",
                        "afterValue", "3"));
        assertThat(query.search()).isEqualTo("pulse");
        assertThat(query.filters()).isEqualTo(Map.of("status", "active"));
        assertThat(query.descending()).isTrue();
        assertThat(query.limit()).isEqualTo(7);
        assertThat(query.after().key()).isEqualTo("C/1 ä");
        assertThat(query.after().get("serviceTier")).isEqualTo(3L);
    }

    @Test
    void theValueOfThePrecedingRowIsReadByTheKindOfItsColumnAndMayBeMissing() throws Exception {
        assertThat(after("lastModified", "2026-11-21T02:00:00+01:00").get("lastModified"))
                .isEqualTo(Rows.time("2026-11-21T02:00:00+01:00"));
        assertThat(Queries.of(Dataset.CIRCUITS, Map.of("sort", "nms", "afterKey", "C"))
                        .after()
                        .get("nms"))
                .isNull();
        assertThat(after("circuitId", "ignored").key()).isEqualTo("C");
    }

    private static Row after(String column, String value) throws Exception {
        return Queries.of(Dataset.CIRCUITS, Map.of("sort", column, "afterKey", "C", "afterValue", value))
                .after();
    }

    @Test
    void anInvalidQueryIsRefusedInASentence() {
        assertRefused(Map.of("limit", "many"), "The query is not valid: ");
        assertRefused(
                Map.of("sort", "lastModified", "afterKey", "C", "afterValue", "yesterday"), "The query is not valid: ");
        assertThatThrownBy(() -> Queries.of(Dataset.CIRCUITS, Map.of("limit", "1001")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit: 1001 is not from 1 to 1000");
        assertThatThrownBy(() -> Queries.of(Dataset.CIRCUITS, Map.of("filter.colour", "red")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no column colour in circuits; there are circuitId, ");
    }

    private static void assertRefused(Map<String, String> parameters, String begins) {
        assertThatThrownBy(() -> Queries.of(Dataset.CIRCUITS, parameters))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(begins);
    }
}
