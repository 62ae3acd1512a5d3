/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.remote.draft.sample.NameWords;
import io.vsatlink.remote.draft.sample.OpenApi;
import io.vsatlink.remote.draft.sample.SchemaSample;
import io.vsatlink.remote.draft.text.DraftText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes how to authenticate, if an OpenAPI document says so; saved responses do not show it. */
final class AuthDraft {
    /** HTTP schemes that send user name and password with every call. */
    private static final Set<String> SENT_ALWAYS = Set.of("basic", "digest");

    private static final Set<String> LOGINS = Set.of("login", "token", "session", "auth", "authenticate", "signin");
    private static final List<String> TOKENS =
            List.of("access_token", "accessToken", "token", "sessionToken", "id_token", "jwt");
    private static final List<String> EXPIRES = List.of("expires_in", "expiresIn");

    private AuthDraft() {}

    /** @param api null for none */
    static void write(OpenApi api, DraftText profile) {
        JsonNode schemes = api == null ? JsonNodeFactory.instance.objectNode() : api.securitySchemes();
        for (Map.Entry<String, JsonNode> each : schemes.properties()) {
            JsonNode scheme = api.resolved(each.getValue());
            Optional<ObjectNode> auth = of(api, scheme);
            if (auth.isPresent()) {
                others(schemes, each.getKey(), profile);
                profile.member("auth", auth.get(), remark(each.getKey(), scheme));
                return;
            }
            profile.note("the scheme " + each.getKey() + " of the OpenAPI document ("
                    + scheme.path("type").asText() + ") does not say enough for \"auth\"");
        }
        profile.note(
                "fill in \"auth\": an answer does not show how the vendor authenticates. Its types are login, oauth2,"
                        + " basic, digest, apiKey and chain");
        profile.member("auth", type("basic"), "please check: user name and password as HTTP Basic on every call");
    }

    private static void others(JsonNode schemes, String taken, DraftText profile) {
        List<String> others = new ArrayList<>();
        schemes.fieldNames().forEachRemaining(others::add);
        others.remove(taken);
        if (!others.isEmpty()) {
            profile.note("please check: the OpenAPI document has other schemes too: " + String.join(", ", others));
        }
    }

    private static String remark(String name, JsonNode scheme) {
        return switch (scheme.path("type").asText()) {
            case "http" ->
                SENT_ALWAYS.contains(scheme.path("scheme").asText().toLowerCase(Locale.ROOT))
                        ? "likely: the scheme " + name + " of the OpenAPI document"
                        : "please check: the call that returns the token, and the names in it";
            case "apiKey" ->
                "likely: the scheme " + name + " of the OpenAPI document; the key is the element's password";
            default ->
                "likely: the scheme " + name
                        + " of the OpenAPI document; user name and password are the client's id and secret";
        };
    }

    private static Optional<ObjectNode> of(OpenApi api, JsonNode scheme) {
        String http = scheme.path("scheme").asText().toLowerCase(Locale.ROOT);
        return switch (scheme.path("type").asText()) {
            case "http" -> SENT_ALWAYS.contains(http) ? Optional.of(type(http)) : bearer(api);
            case "apiKey" ->
                apiKey(scheme.path("in").asText(), scheme.path("name").asText());
            case "oauth2" -> clientCredentials(scheme.at("/flows/clientCredentials"));
            default -> Optional.empty();
        };
    }

    /** Empty for a cookie: that would be the cookie of a login, which the security scheme does not describe. */
    private static Optional<ObjectNode> apiKey(String in, String name) {
        return switch (in) {
            case "header" -> Optional.of(type("apiKey").put("header", name).put("headerValue", "${password}"));
            case "query" -> Optional.of(type("apiKey").put("parameter", name).put("value", "${password}"));
            default -> Optional.empty();
        };
    }

    private static ObjectNode type(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private static Optional<ObjectNode> clientCredentials(JsonNode flow) {
        return OpenApi.pathOf(flow.path("tokenUrl").asText()).map(path -> {
            ObjectNode auth = type("oauth2").put("path", path);
            List<String> scopes = new ArrayList<>();
            flow.path("scopes").fieldNames().forEachRemaining(scopes::add);
            if (scopes.size() == 1) {
                auth.put("scope", scopes.get(0));
            }
            token(auth, "/access_token", Optional.of("/expires_in"));
            return auth;
        });
    }

    private static void token(ObjectNode auth, String pointer, Optional<String> expires) {
        ObjectNode token = auth.putObject("token").put("pointer", pointer);
        expires.ifPresent(place -> token.put("expiresInPointer", place));
        token.put("header", "Authorization").put("headerValue", "Bearer ${token}");
    }

    /** Looks for a POST with a name like a login that returns a member with a name like a token. */
    private static Optional<ObjectNode> bearer(OpenApi api) {
        for (Map.Entry<String, JsonNode> path : api.paths().properties()) {
            JsonNode post = path.getValue().path("post");
            JsonNode answer = new SchemaSample(api).of(api.answer(post));
            Optional<String> token = first(answer, TOKENS);
            if (NameWords.of(path.getKey()).stream().anyMatch(LOGINS::contains) && token.isPresent()) {
                ObjectNode auth = type("login").put("method", "POST").put("path", api.base() + path.getKey());
                JsonNode body = new SchemaSample(api).of(api.json(api.resolved(post.path("requestBody"))));
                if (body.isObject()) {
                    auth.set("body", filled(body));
                }
                token(auth, "/" + token.get(), first(answer, EXPIRES).map(name -> "/" + name));
                return Optional.of(auth);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> first(JsonNode answer, List<String> names) {
        return names.stream().filter(answer::has).findFirst();
    }

    private static JsonNode filled(JsonNode body) {
        ObjectNode filled = JsonNodeFactory.instance.objectNode();
        body.properties().forEach(member -> {
            List<String> words = NameWords.of(member.getKey());
            if (words.contains("password") || words.contains("secret")) {
                filled.put(member.getKey(), "${password}");
            } else if (words.contains("user")
                    || words.contains("username")
                    || words.contains("client")
                    || words.contains("login")) {
                filled.put(member.getKey(), "${username}");
            }
        });
        return filled;
    }
}
