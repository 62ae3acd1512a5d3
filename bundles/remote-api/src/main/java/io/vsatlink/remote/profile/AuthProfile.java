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

    /** The call that a login makes, for people. */
    String call();

    /** The parameters of a query in which a secret goes out with every call. */
    default Stream<String> parameters() {
        return Stream.empty();
    }

    /**
     * A call gives a token.
     *
     * @param refresh a call that gives another token for a refresh token; null for none
     * @param token null where the cookies that come with the answer show who we are
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
     * A call of a login; all texts may have placeholders.
     *
     * @param basic whether it carries user name and password as HTTP Basic
     * @param body the JSON that it carries; null for none
     * @param form what it carries instead, by name; empty for none
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
     * @param url a path of the vendor's, or the URL of a token endpoint on a host of its own
     * @param form what it carries beside what shows who the client is, by name, with placeholders
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

        /** Whether the token endpoint is a server of its own. */
        public boolean elsewhere() {
            return !url.startsWith("/");
        }
    }

    /** How an OAuth client shows who it is to the token endpoint. */
    enum ClientAuth {
        NONE,
        BASIC,
        BODY,
        PRIVATE_KEY_JWT
    }

    /**
     * An OAuth client; texts with placeholders.
     *
     * @param secret null for none
     * @param assertion what it signs; null for none
     */
    record Client(ClientAuth auth, String id, String secret, Assertion assertion) {}

    /**
     * What is signed with the element's key (RFC 7523); texts with placeholders.
     *
     * @param audience null for the URL of the token endpoint
     * @param keyId null for none
     */
    record Assertion(String issuer, String subject, String audience, String keyId) {}

    /**
     * User name and password as HTTP Basic on every call.
     *
     * @param check path of a call that answers 200 to who is known; null to take the first page of a listing for it
     */
    record Basic(String check) implements AuthProfile {
        @Override
        public String call() {
            return checkCall(check);
        }
    }

    /**
     * User name and password by HTTP Digest (RFC 7616) on every call.
     *
     * @param check as of {@link Basic}
     */
    record Digest(String check) implements AuthProfile {
        @Override
        public String call() {
            return checkCall(check);
        }
    }

    /**
     * A key that does not change on every call.
     *
     * @param key with placeholders
     * @param check as of {@link Basic}
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

    /** Several, one after the other: each may use <code>${token}</code> of the one before, and all go on each call. */
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
     * Where a token stands in an answer, and how it is shown.
     *
     * @param pointer null where the whole answer is the token, as text
     * @param expiresInPointer to its life in seconds; null where the vendor does not tell
     * @param lifetime its life in seconds where the answer does not tell; 0 for unknown
     * @param refreshPointer to what another token is given for; null where the vendor gives no such thing
     * @param shown with <code>${token}</code>
     */
    record Token(String pointer, String expiresInPointer, int lifetime, String refreshPointer, Shown shown) {}

    /**
     * How a key or a token goes out: in a header, or as a parameter of the query.
     *
     * @param name of the header or the parameter
     * @param value with placeholders
     */
    record Shown(boolean inQuery, String name, String value) {
        Stream<String> parameters() {
            return inQuery ? Stream.of(name) : Stream.empty();
        }
    }
}
