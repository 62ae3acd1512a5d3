/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.remote.check.ProfileCheck;
import io.vsatlink.remote.error.Secrets;
import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.listing.PageHead;
import io.vsatlink.remote.listing.PageRef;
import io.vsatlink.remote.login.Credentials;
import io.vsatlink.remote.login.Endpoint;
import io.vsatlink.remote.session.VendorLink;
import io.vsatlink.remote.vendor.Reply;
import io.vsatlink.remote.vendor.Vendor;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A key in the query, in URLs that are shown and logged. */
class QueryKeyTest extends AuthFixture {
    private final Vendor vendor = opened(new Vendor(heard -> "planted&secret=1"
                    .equals(heard.query().get("api_key"))
            ? Vendor.page(heard)
            : Reply.error("403 Forbidden", "{\"error\":\"no_key\",\"message\":\"in " + heard.target() + "\"}")));

    @Test
    void itIsThereOnceWithEachCallThoughTheVendorRepeatsItInItsLinks() throws VendorException {
        VendorClient client = client("query-key", vendor);
        Set<String> rows = new HashSet<>();
        PageHead head = page(client, PageRef.FIRST, rows);
        while (head.next().isPresent()) {
            assertThat(head.toString())
                    .contains("/circuits?")
                    .doesNotContain("api_key")
                    .doesNotContain("planted");
            head = page(client, head.next().get(), rows);
        }
        assertThat(rows).hasSize(Vendor.CIRCUITS);
        // the server would refuse a second key in the same query
        assertThat(vendor.heard()).hasSize(4).allMatch(heard -> heard.query().containsKey("api_key"));
        assertThat(client.firstCall(client.profile().listings().get("circuits"), 2))
                .isEqualTo("GET /circuits?pageSize=2");
    }

    /** As an example of a value, as one that does not fit, and beside the columns. */
    @Test
    void aCheckOfTheProfileDoesNotShowItWhereRowsRepeatIt() {
        Vendor linking = opened(new Vendor(heard -> Reply.json("{\"totalItems\": 2, \"items\": ["
                + "{\"circuitId\": \"in " + heard.target() + "\", \"self\": \"" + heard.target() + "\"},"
                + "{\"circuitId\": {\"by\": \"planted&secret=1\"}}]}")));
        String check = String.join(
                "\n",
                new ProfileCheck(profile("query-key", text -> text), client("query-key", linking))
                        .listing("circuits", 2)
                        .lines());
        assertThat(check).contains("circuitId", "/self", "Set aside").contains("api_key=***");
        assertThat(PLANTED).noneMatch(check::contains);
    }

    @Test
    void anErrorThatRepeatsTheAddressDoesNotShowIt() {
        Vendor strict = opened(new Vendor(heard -> Reply.error(
                "400 Bad", "{\"error\":\"bad\",\"message\":\"in " + heard.target() + " and planted&secret=1\"}")));
        assertThat(failure(Rejected.class, () -> poll(client("query-key", strict))))
                .hasMessage("HTTP 400 from query-key: bad, in /circuits?pageSize=1&api_key=*** and ***");
    }

    @Test
    void anAddressLosesNothingButTheKey() {
        VendorLink link = new VendorLink(
                profile("query-key", text -> text),
                new Endpoint(vendor.base(), "", null),
                new Credentials("", ""),
                new Secrets(Set.of()),
                Fixture.QUICK);
        assertThat(link.keyless("/a?api_key=x")).isEqualTo("/a");
        assertThat(link.keyless("/a?api_key=x&b=1&c")).isEqualTo("/a?b=1&c");
        assertThat(link.keyless("?b=1&api_key=x")).isEqualTo("?b=1");
        assertThat(link.keyless("/a?my_api_key=x")).isEqualTo("/a?my_api_key=x");
        assertThat(link.keyless("cursor+/==")).isEqualTo("cursor+/==");
        assertThat(Optional.of(link.keyless("/a?b=api_key=x"))).hasValue("/a?b=api_key=x");
    }
}
