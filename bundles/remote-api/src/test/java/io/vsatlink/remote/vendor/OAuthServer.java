/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.vendor;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A token endpoint (RFC 6749), and the access check of an API that accepts its tokens (RFC 6750). Uses no code of the
 * product.
 */
public final class OAuthServer implements Function<Heard, Reply> {
    public static final String TOKEN = "/oauth/token";

    private final AtomicInteger issued = new AtomicInteger();
    private final Map<String, Long> tokens = new ConcurrentHashMap<>();
    private final Set<String> refreshes = ConcurrentHashMap.newKeySet();
    private final Predicate<Heard> client;

    /** The lifetime of a token. */
    public volatile long lifeMillis = 3_600_000;

    public volatile boolean rotates;

    /** Whether new tokens are refused, as by a node that does not know them yet. */
    public volatile boolean issuesUnknown;

    /** Whether only tokens from a refresh token are refused. */
    public volatile boolean refreshesUnknown;

    public volatile Reply instead;

    /** @param client whether a request authenticates the client */
    public OAuthServer(Predicate<Heard> client) {
        this.client = client;
    }

    /** A client that uses HTTP Basic (RFC 6749, 2.3.1). */
    public static Predicate<Heard> basic(String id, String secret) {
        String both = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return heard -> heard.header("Authorization").equals("Basic " + both);
    }

    /** A client that uses parameters in the body. */
    public static Predicate<Heard> body(String id, String secret) {
        return heard -> id.equals(heard.form().get("client_id"))
                && secret.equals(heard.form().get("client_secret"))
                && heard.header("Authorization").isEmpty();
    }

    /** Accepts a refresh token that was issued elsewhere. */
    public void know(String refreshToken) {
        refreshes.add(refreshToken);
    }

    public void revokeTokens() {
        tokens.clear();
    }

    public void revokeRefreshTokens() {
        refreshes.clear();
    }

    @Override
    public Reply apply(Heard heard) {
        if (heard.path().equals(TOKEN)) {
            return instead == null ? token(heard) : instead;
        }
        return lets(heard)
                ? Vendor.page(heard)
                : new Reply(
                        "401 Unauthorized",
                        "WWW-Authenticate: Bearer error=\"invalid_token\"\r\n",
                        "{\"error\":\"invalid_token\",\"message\":\"" + heard.header("Authorization") + "\"}");
    }

    private boolean lets(Heard heard) {
        String token = heard.header("Authorization").replaceFirst("^Bearer ", "");
        return tokens.getOrDefault(token, 0L) > System.nanoTime();
    }

    private Reply token(Heard heard) {
        if (!heard.method().equals("POST") || heard.form().isEmpty()) {
            return Reply.error("400 Bad Request", "{\"error\":\"invalid_request\"}");
        }
        if (!client.test(heard)) {
            return Reply.error("401 Unauthorized", "{\"error\":\"invalid_client\"}");
        }
        Map<String, String> form = heard.form();
        return switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials", "urn:ietf:params:oauth:grant-type:jwt-bearer" -> issue(false, false);
            case "password" ->
                "ops".equals(form.get("username")) && "s3cret-Pa55".equals(form.get("password"))
                        ? issue(true, false)
                        : Reply.error(
                                "400 Bad Request",
                                "{\"error\":\"invalid_grant\",\"error_description\":\"wrong: " + form.get("password")
                                        + "\"}");
            case "refresh_token" -> refresh(form.get("refresh_token"));
            default -> Reply.error("400 Bad Request", "{\"error\":\"unsupported_grant_type\"}");
        };
    }

    private Reply refresh(String token) {
        if (!refreshes.contains(token)) {
            return Reply.error(
                    "400 Bad Request",
                    "{\"error\":\"invalid_grant\",\"error_description\":\"unknown: " + token + "\"}");
        }
        if (rotates) {
            refreshes.remove(token);
        }
        return issue(rotates, true);
    }

    private Reply issue(boolean withRefresh, boolean refreshed) {
        int number = issued.incrementAndGet();
        String token = "tok-planted-" + number;
        if (!issuesUnknown && !(refreshed && refreshesUnknown)) {
            tokens.put(token, System.nanoTime() + lifeMillis * 1_000_000);
        }
        String refresh = "";
        if (withRefresh) {
            refreshes.add("ref-planted-" + number);
            refresh = ",\"refresh_token\":\"ref-planted-" + number + "\"";
        }
        return Reply.json("{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":"
                + lifeMillis / 1000.0 + refresh + "}");
    }
}
