/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static io.vsatlink.remote.ScriptedVendor.pageOf;
import static io.vsatlink.testkit.http.RawServer.json;
import static io.vsatlink.testkit.http.RawServer.send;
import static io.vsatlink.testkit.http.RawServer.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.VendorException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A load balancer uses a cookie of the login to find the node that knows the token. */
class CookieTest extends Fixture {
    private static final String EXPIRED = "{\"error\":\"token_expired\"}";

    private final AtomicInteger logins = new AtomicInteger();

    private void loginSets(String... cookies) {
        vendor.login((request, out, socket) -> send(
                out,
                "200 OK",
                List.of(cookies).stream()
                        .map(cookie -> "Set-Cookie: " + cookie + "\r\n")
                        .collect(Collectors.joining()),
                ("{\"token\":\"tok-" + logins.incrementAndGet() + "\"}").getBytes(UTF_8)));
    }

    @Test
    void whatTheLoginSetsIsSentBack() throws VendorException {
        loginSets("AWSALB=node1; Path=/; Expires=Fri, 01 Jan 2100 00:00:00 GMT", "J=\"a b\"; HttpOnly; path=/circuits");
        vendor.pages((request, out, socket) ->
                request.contains("AWSALB=node1") ? json(out, pageOf()) : status(out, "401 Unauthorized", EXPIRED));

        page();

        assertThat(vendor.loginCount()).isEqualTo(1);
        assertThat(cookie()).isEqualTo("J=\"a b\"; AWSALB=node1");
    }

    @Test
    void whatAPageSetsTakesThePlaceOfIt() throws VendorException {
        loginSets("AWSALB=node1; Path=/", "old=1; Path=/");
        vendor.pages((request, out, socket) -> send(
                out,
                "200 OK",
                "Set-Cookie: AWSALB=node1-again; Path=/\r\nSet-Cookie: old=; Max-Age=0; Path=/\r\n",
                pageOf().getBytes(UTF_8)));
        page();
        page();
        assertThat(cookie()).isEqualTo("AWSALB=node1-again");
    }

    @Test
    void anotherLoginBeginsWithoutAny() throws VendorException {
        loginSets("AWSALB=node1; Path=/");
        page();
        client.login();
        assertThat(last()).startsWith("POST /login").doesNotContain("Cookie:");
    }

    @Test
    void anAnswerToTheOldSessionSetsNothingInTheNewOne() throws VendorException {
        loginSets();
        vendor.pages((request, out, socket) -> request.contains("tok-1")
                ? send(out, "401 No", "Set-Cookie: AWSALB=node2; Path=/\r\n", EXPIRED.getBytes(UTF_8))
                : json(out, pageOf()));
        page();
        assertThat(cookie()).isEmpty();
    }

    @Test
    void whatIsMeantForOthersIsLeftOut() throws VendorException {
        loginSets(
                "a=1; Domain=example.com; Path=/",
                "b=1; Secure; Path=/",
                "c=1; Path=/elsewhere",
                "d=1; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
                "=1; Path=/",
                "nonsense",
                "",
                ";;;",
                "e=1; Path=/; Max-Age=soon");
        page();
        assertThat(cookie()).isEqualTo("e=1");
    }

    @Test
    void tooManyAndTooLargeOnesAreLeftOut() throws VendorException {
        String[] many = new String[150];
        for (int i = 0; i < many.length; i++) {
            many[i] = "c" + i + "=1; Path=/";
        }
        many[1] = "large=" + "x".repeat(5000) + "; Path=/";
        loginSets(many);
        page();
        assertThat(cookie().split("; ")).hasSize(50);
        assertThat(cookie()).doesNotContain("large");
    }

    @Test
    void theProfilesOwnCookieIsKeptBesideThem() throws VendorException {
        speak(Map.of("headers", "{\"cookie\": \"lang=en\"}"));
        loginSets("AWSALB=node1; Path=/");
        page();
        assertThat(cookie()).isEqualTo("lang=en; AWSALB=node1");
    }

    @Test
    void anErrorThatQuotesOneDoesNotShowIt() throws VendorException {
        loginSets("session=0123456789abcdef; Path=/");
        vendor.pages((request, out, socket) ->
                status(out, "400 Bad", "{\"error\":\"bad\",\"message\":\"in session 0123456789abcdef\"}"));
        assertThat(failure(Rejected.class)).hasMessageContaining("in session ***");
    }

    private String last() {
        return vendor.requests.get(vendor.requests.size() - 1);
    }

    /** The cookie of the last call. */
    private String cookie() {
        return last().lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("cookie: "))
                .map(line -> line.substring(8))
                .collect(Collectors.joining(" AND "));
    }
}
