/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How we authenticate to the vendor. */
public sealed interface AuthProfile {

    /** The call that a login makes, for messages. */
    String call();

    /** The query parameters that carry a secret with every call. */
    default Stream<String> parameters() {
        return Stream.empty();
    }

    /**
     * A call that returns a token.
     *
     * @param refresh a call that exchanges a refresh token for another token; null for none
     * @param token null if the cookies of the response identify the session
     */
    record Login(Request request, Request refresh, Token token) implements AuthProfile {
        @Override
        public String call() {
            return request.method() + " " + request.path();
        }

        @Override
        public Stream<String> parameters() {
            return token == null ? Stream.empty() : token.shown().parameters();
        }
    }

    /**
     * A login call; all texts may have placeholders.
     *
     * @param basic whether it sends user name and password as HTTP Basic
     * @param body the JSON body; null for none
     * @param form the form fields instead, by name; empty for none
     */
    record Request(
            String method,
            String path,
            boolean basic,
            Map<String, String> headers,
            JsonNode body,
            Map<String, String> form) {
        public Request {
            headers = Ordered.copy(headers);
            form = Ordered.copy(form);
        }
    }

    /**
     * OAuth 2 (RFC 6749).
     *
     * @param url a path of the vendor's, or the URL of a token endpoint on another host
     * @param form the form fields besides those that authenticate the client, by name, with placeholders
     * @param assertion what is signed for <code>${assertion}</code> in the form; null for none
     */
    record OAuth2(String url, Map<String, String> form, Client client, Assertion assertion, Token token)
            implements AuthProfile {
        public OAuth2 {
            form = Ordered.copy(form);
        }

        @Override
        public String call() {
            return "POST " + url;
        }

        @Override
        public Stream<String> parameters() {
            return token.shown().parameters();
        }

        /** Whether the token endpoint is on another host. */
        public boolean elsewhere() {
            return !url.startsWith("/");
        }
    }

    /** How an OAuth client authenticates to the token endpoint. */
    enum ClientAuth {
        NONE,
        BASIC,
        BODY,
        PRIVATE_KEY_JWT
    }

    /**
     * An OAuth client; texts may have placeholders.
     *
     * @param secret null for none
     * @param assertion what it signs; null for none
     */
    record Client(ClientAuth auth, String id, String secret, Assertion assertion) {}

    /**
     * The claims signed with the element's key (RFC 7523); texts may have placeholders.
     *
     * @param audience null for the URL of the token endpoint
     * @param keyId null for none
     */
    record Assertion(String issuer, String subject, String audience, String keyId) {}

    /**
     * User name and password as HTTP Basic with every call.
     *
     * @param check path of a call that returns 200 if the credentials are accepted; null to use the first page of a
     *     listing
     */
    record Basic(String check) implements AuthProfile {
        @Override
        public String call() {
            return checkCall(check);
        }
    }

    /**
     * User name and password by HTTP Digest (RFC 7616) with every call.
     *
     * @param check see {@link Basic}
     */
    record Digest(String check) implements AuthProfile {
        @Override
        public String call() {
            return checkCall(check);
        }
    }

    /**
     * A fixed key with every call.
     *
     * @param key with placeholders
     * @param check see {@link Basic}
     */
    record ApiKey(Shown key, String check) implements AuthProfile {
        @Override
        public String call() {
            return checkCall(check);
        }

        @Override
        public Stream<String> parameters() {
            return key.parameters();
        }
    }

    /**
     * Several logins in order: each may use <code>${token}</code> of the previous one, and all are sent with each call.
     */
    record Chain(List<AuthProfile> logins) implements AuthProfile {
        public Chain {
            logins = List.copyOf(logins);
        }

        @Override
        public String call() {
            return logins.stream()
                    .filter(each -> !(each instanceof ApiKey))
                    .map(AuthProfile::call)
                    .collect(Collectors.joining(", then "));
        }

        @Override
        public Stream<String> parameters() {
            return logins.stream().flatMap(AuthProfile::parameters);
        }
    }

    private static String checkCall(String check) {
        return check == null ? "GET of the first listing" : "GET " + check;
    }

    /**
     * The place of a token in a response, and how it is sent.
     *
     * @param pointer null if the whole response is the token, as text
     * @param expiresInPointer to its lifetime in seconds; null if the vendor does not report it
     * @param lifetime its lifetime in seconds if the response does not report it; 0 for unknown
     * @param refreshPointer to the refresh token; null if there is none
     * @param shown how it is sent, with <code>${token}</code>
     */
    record Token(String pointer, String expiresInPointer, int lifetime, String refreshPointer, Shown shown) {}

    /**
     * How a key or token is sent: in a header, or as a query parameter.
     *
     * @param name of the header or parameter
     * @param value with placeholders
     */
    record Shown(boolean inQuery, String name, String value) {
        Stream<String> parameters() {
            return inQuery ? Stream.of(name) : Stream.empty();
        }
    }
}
