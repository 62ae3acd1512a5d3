/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.session;

import io.vsatlink.remote.auth.SignedAssertion;
import io.vsatlink.remote.error.Secrets;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.http.Call.Body;
import io.vsatlink.remote.listing.PageQuery;
import io.vsatlink.remote.profile.AuthProfile.Assertion;
import io.vsatlink.remote.profile.AuthProfile.Client;
import io.vsatlink.remote.profile.AuthProfile.ClientAuth;
import io.vsatlink.remote.profile.AuthProfile.OAuth2;
import io.vsatlink.remote.profile.Placeholders;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore.PrivateKeyEntry;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A call of a token endpoint.
 *
 * @param values what placeholders stand for
 */
record OAuthCall(OAuth2 oauth, Map<String, Object> values, VendorLink link, Secrets secrets) {

    /** For a login. */
    <T> T send(Token with, VendorLink.Reading<T> reading) throws VendorException {
        Map<String, Object> all = new HashMap<>(values);
        if (oauth.assertion() != null) {
            all.put(Placeholders.ASSERTION, signed(oauth.assertion()));
        }
        Map<String, String> form = new LinkedHashMap<>();
        oauth.form().forEach((name, value) -> form.put(name, Placeholders.fill(value, all)));
        return send(form, with, reading);
    }

    /** For another token in place of the one before (RFC 6749, 6). */
    <T> T refresh(Token before, VendorLink.Reading<T> reading) throws VendorException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", before.renewal().refresh());
        return send(form, Token.of(before.cookies()), reading);
    }

    private <T> T send(Map<String, String> form, Token with, VendorLink.Reading<T> reading) throws VendorException {
        Map<String, String> headers = client(form);
        String body = form.entrySet().stream()
                .map(each -> PageQuery.encoded(each.getKey()) + "=" + PageQuery.encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        return link.login("POST", oauth.url(), headers, Body.form(body), with, reading);
    }

    /** Shows who the client is: adds to the form, or returns headers. */
    private Map<String, String> client(Map<String, String> form) throws VendorException {
        Client client = oauth.client();
        String id = client.id() == null ? "" : Placeholders.fill(client.id(), values);
        if (client.auth() == ClientAuth.NONE) {
            return Map.of();
        }
        String secret = client.secret() == null ? "" : Placeholders.fill(client.secret(), values);
        if (client.auth() == ClientAuth.BASIC) {
            // RFC 6749, 2.3.1: both are form-encoded before they become HTTP Basic
            return basic(PageQuery.encoded(id), PageQuery.encoded(secret), secrets);
        }
        form.put("client_id", id);
        if (client.auth() == ClientAuth.PRIVATE_KEY_JWT) {
            form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
            form.put("client_assertion", signed(client.assertion()));
        } else if (client.secret() != null) {
            form.put("client_secret", secret);
        }
        return Map.of();
    }

    private String signed(Assertion claims) throws VendorException {
        String url = oauth.elsewhere() ? oauth.url() : link.base() + oauth.url();
        String audience = claims.audience() == null ? url : Placeholders.fill(claims.audience(), values);
        PrivateKeyEntry key = link.key();
        try {
            String signed = new SignedAssertion(
                            Placeholders.fill(claims.issuer(), values),
                            Placeholders.fill(claims.subject(), values),
                            audience,
                            claims.keyId())
                    .signed(key, Instant.now());
            secrets.hide(signed);
            return signed;
        } catch (GeneralSecurityException e) {
            throw link.wording().rejected("the login can't be signed: " + e.getMessage(), e);
        }
    }

    static Map<String, String> basic(String user, String password, Secrets secrets) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        String shown = Base64.getEncoder().encodeToString(both);
        secrets.hide(shown);
        return Map.of("Authorization", "Basic " + shown);
    }
}
