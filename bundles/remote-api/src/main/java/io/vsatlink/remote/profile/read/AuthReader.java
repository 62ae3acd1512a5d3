/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.read;

import io.vsatlink.remote.profile.AuthProfile;
import io.vsatlink.remote.profile.AuthProfile.ApiKey;
import io.vsatlink.remote.profile.AuthProfile.Basic;
import io.vsatlink.remote.profile.AuthProfile.Chain;
import io.vsatlink.remote.profile.AuthProfile.Digest;
import io.vsatlink.remote.profile.AuthProfile.Login;
import io.vsatlink.remote.profile.AuthProfile.Request;
import io.vsatlink.remote.profile.AuthProfile.Shown;
import io.vsatlink.remote.profile.AuthProfile.Token;
import io.vsatlink.remote.profile.Placeholders;
import io.vsatlink.remote.profile.text.ProfileNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the part of a profile that describes authentication. */
final class AuthReader {
    private static final String PARAMETER = "parameter";
    private static final String REFRESH_POINTER = "refreshPointer";

    /** What may have placeholders, whatever the type. */
    private static final List<String> TEXTS = List.of(
            "headers",
            "body",
            "form",
            "headerValue",
            "value",
            "clientId",
            "clientSecret",
            "refreshToken",
            "audience",
            "subject");

    /** What a login may be sent with. */
    private final Set<String> settings;

    private final boolean inChain;

    private AuthReader(Set<String> settings, boolean inChain) {
        this.settings = settings;
        this.inChain = inChain;
    }

    /** Returns null after a mistake. */
    static AuthProfile read(ProfileNode node, Set<String> settings) {
        return new AuthReader(settings, false).read(node);
    }

    private AuthProfile read(ProfileNode node) {
        checkPlaceholders(node);
        if (!node.sound()) {
            return null;
        }
        String type = node.text("type");
        AuthProfile read =
                switch (type) {
                    case "login" -> login(node);
                    case "oauth2" -> OAuthReader.read(node, tokenOf(node));
                    case "chain" -> chain(node);
                    case "apiKey" -> apiKey(node);
                    case "digest" -> new Digest(node.text("checkPath"));
                    default -> new Basic(node.text("checkPath"));
                };
        return node.sound() ? read : null;
    }

    private void checkPlaceholders(ProfileNode node) {
        TEXTS.forEach(name -> node.at(name).allowPlaceholders(settings));
        Set<String> refreshing = new HashSet<>(settings);
        refreshing.add(Placeholders.REFRESH_TOKEN);
        TEXTS.forEach(name -> node.at("refresh").at(name).allowPlaceholders(refreshing));
        for (String value : List.of("headerValue", "value")) {
            node.at("token").at(value).allowPlaceholders(Set.of(Placeholders.TOKEN));
        }
    }

    private AuthProfile apiKey(ProfileNode node) {
        if (inChain && node.has("checkPath")) {
            node.at("checkPath").refuse("has no use in a chain, whose other logins are the test");
        }
        return new ApiKey(shown(node), node.text("checkPath"));
    }

    private AuthProfile login(ProfileNode node) {
        ProfileNode refresh = node.at("refresh");
        Token token = node.has("token") ? tokenOf(node) : null;
        if (inChain && token == null) {
            boolean unused = node.at("token").given("an object");
        }
        boolean refreshes = node.has("refresh");
        if (refreshes && (token == null || token.refreshPointer() == null)) {
            refresh.refuse("has no refresh token to send: give the token a " + REFRESH_POINTER);
        }
        if (token != null && token.refreshPointer() != null && !refreshes) {
            node.at("token").at(REFRESH_POINTER).refuse("is of no use without refresh, the call that takes it");
        }
        return new Login(request(node), refreshes ? request(refresh) : null, token);
    }

    private static Request request(ProfileNode node) {
        return new Request(
                node.text("method"),
                node.text("path"),
                node.flag("basic"),
                node.textMap("headers"),
                node.any("body"),
                node.textMap("form"));
    }

    private AuthProfile chain(ProfileNode node) {
        List<AuthProfile> logins = new ArrayList<>();
        Set<String> known = new HashSet<>(settings);
        if (inChain) {
            node.refuse("can't be in a chain");
            return null;
        }
        boolean token = false;
        for (ProfileNode each : node.at("logins").elements()) {
            String type = String.valueOf(each.text("type"));
            if (Set.of("basic", "digest").contains(type)) {
                each.at("type").refuse("can't be in a chain, which has login, oauth2 and apiKey");
            }
            logins.add(new AuthReader(Set.copyOf(known), true).read(each));
            if (!type.equals("apiKey")) {
                token = true;
                known.add(Placeholders.TOKEN);
            }
        }
        if (logins.size() < 2 || !token) {
            node.at("logins").refuse("must have at least two elements, one of them a login or oauth2");
        }
        return node.sound() ? new Chain(logins) : null;
    }

    private Token tokenOf(ProfileNode owner) {
        ProfileNode node = owner.at("token");
        boolean whole = node.flag("text");
        if (whole == node.has("pointer")) {
            node.refuse("must have a pointer, or \"text\": true where the whole response is the token");
        }
        for (String part : List.of("expiresInPointer", REFRESH_POINTER)) {
            if (whole && node.has(part)) {
                node.at(part).refuse("leads nowhere: the whole response is the token");
            }
        }
        if (inChain && node.has(REFRESH_POINTER)) {
            node.at(REFRESH_POINTER).refuse("can't be in a chain, which is renewed from its start");
        }
        return new Token(
                node.text("pointer"),
                node.text("expiresInPointer"),
                node.integer("lifetime"),
                node.text(REFRESH_POINTER),
                shown(node));
    }

    private static Shown shown(ProfileNode node) {
        boolean inQuery = node.has(PARAMETER);
        if (inQuery == node.has("header")) {
            node.refuse("must have header and headerValue, or parameter and value");
        }
        for (String part : inQuery ? List.of("value") : List.of("header", "headerValue")) {
            boolean unused = node.at(part).given("a text that is not blank");
        }
        if (node.has(inQuery ? "headerValue" : "value")) {
            node.at(inQuery ? "headerValue" : "value").refuse("does not belong to " + (inQuery ? PARAMETER : "header"));
        }
        return new Shown(
                inQuery, node.text(inQuery ? PARAMETER : "header"), node.text(inQuery ? "value" : "headerValue"));
    }
}
