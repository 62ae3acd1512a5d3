/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import com.fasterxml.jackson.databind.JsonNode;

/** How we authenticate to the vendor. */
public sealed interface AuthProfile {

    /** The call that a login makes, for people. */
    default String call() {
        if (this instanceof Login login) {
            return login.method() + " " + login.path();
        }
        if (this instanceof ClientCredentials client) {
            return "POST " + client.path();
        }
        String check = this instanceof Basic basic ? basic.check() : ((ApiKey) this).check();
        return check == null ? "GET of the first listing" : "GET " + check;
    }

    /**
     * A login request whose response contains a token.
     *
     * @param basic whether it sends user name and password as HTTP Basic
     * @param body the JSON that it carries, texts with placeholders; null for none
     */
    record Login(String method, String path, boolean basic, JsonNode body, Token token) implements AuthProfile {}

    /**
     * OAuth 2 with the grant {@code client_credentials} (RFC 6749, 4.4): the user name is the client's id, the password
     * its secret.
     *
     * @param inBody whether they are sent in the form instead of HTTP Basic
     * @param scope null for none
     */
    record ClientCredentials(String path, boolean inBody, String scope, Token token) implements AuthProfile {}

    /**
     * User name and password as HTTP Basic on every call.
     *
     * @param check path of a call that answers 200 to who is known; null to take the first page of a listing for it
     */
    record Basic(String check) implements AuthProfile {}

    /**
     * A header that does not change on every call.
     *
     * @param headerValue with placeholders
     * @param check as of {@link Basic}
     */
    record ApiKey(String header, String headerValue, String check) implements AuthProfile {}

    /**
     * Where a token is in a response, and how it is sent.
     *
     * @param expiresInPointer to its life in seconds; null where the vendor does not tell
     * @param lifetime its life in seconds where the answer does not tell; 0 for unknown
     * @param header that carries it, e.g. {@code Authorization}
     * @param headerValue with <code>${token}</code>
     */
    record Token(String pointer, String expiresInPointer, int lifetime, String header, String headerValue) {}
}
