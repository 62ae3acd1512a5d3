/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.read;

import io.vsatlink.remote.profile.AuthProfile;
import io.vsatlink.remote.profile.AuthProfile.ApiKey;
import io.vsatlink.remote.profile.AuthProfile.Basic;
import io.vsatlink.remote.profile.AuthProfile.ClientCredentials;
import io.vsatlink.remote.profile.AuthProfile.Login;
import io.vsatlink.remote.profile.AuthProfile.Token;
import io.vsatlink.remote.profile.Placeholders;
import io.vsatlink.remote.profile.text.ProfileNode;
import java.util.Set;

/** Reads the part of a profile that describes authentication. */
final class AuthReader {

    private AuthReader() {}

    /** Returns null after a mistake. */
    static AuthProfile read(ProfileNode node, Set<String> settings) {
        ProfileNode token = node.at("token");
        node.at("body").allowPlaceholders(settings);
        node.at("headerValue").allowPlaceholders(settings);
        token.at("headerValue").allowPlaceholders(Set.of(Placeholders.TOKEN));
        if (!node.sound()) {
            return null;
        }
        String path = node.text("path");
        return switch (node.text("type")) {
            case "login" -> new Login(node.text("method"), path, node.flag("basic"), node.any("body"), token(token));
            case "oauth2" -> new ClientCredentials(path, node.flag("inBody"), node.text("scope"), token(token));
            case "basic" -> new Basic(node.text("checkPath"));
            default -> new ApiKey(node.text("header"), node.text("headerValue"), node.text("checkPath"));
        };
    }

    private static Token token(ProfileNode node) {
        return new Token(
                node.text("pointer"),
                node.text("expiresInPointer"),
                node.integer("lifetime"),
                node.text("header"),
                node.text("headerValue"));
    }
}
