package io.vsatlink.remote.profile;

import io.vsatlink.remote.profile.AuthProfile.ApiKey;
import io.vsatlink.remote.profile.AuthProfile.Basic;
import io.vsatlink.remote.profile.AuthProfile.ClientCredentials;
import io.vsatlink.remote.profile.AuthProfile.Login;
import io.vsatlink.remote.profile.AuthProfile.Token;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads the part of a profile that says how the vendor gets to know who we are. */
final class AuthReader {
    private final Set<String> settings;

    AuthReader(Set<String> settings) {
        this.settings = settings;
    }

    /** Reads what a type has of its own. */
    private interface Type {
        AuthProfile read(ProfileNode node) throws ProfileException;
    }

    AuthProfile read(ProfileNode node) throws ProfileException {
        Map<String, Type> types = new LinkedHashMap<>();
        types.put("login", this::login);
        types.put("oauth2", this::clientCredentials);
        types.put("basic", each -> new Basic(check(each)));
        types.put("apiKey", this::apiKey);
        AuthProfile auth = node.oneOf("type", types).read(node);
        node.refuseOthers();
        return auth;
    }

    private AuthProfile login(ProfileNode node) throws ProfileException {
        return new Login(
                node.text("method"),
                node.path("path"),
                node.flag("basic"),
                node.templates("body", settings),
                token(node.object("token")));
    }

    private AuthProfile clientCredentials(ProfileNode node) throws ProfileException {
        return new ClientCredentials(
                node.path("path"), node.flag("inBody"), node.textOr("scope", null), token(node.object("token")));
    }

    private AuthProfile apiKey(ProfileNode node) throws ProfileException {
        return new ApiKey(node.text("header"), node.template("headerValue", settings), check(node));
    }

    private static String check(ProfileNode node) throws ProfileException {
        return node.has("checkPath") ? node.path("checkPath") : null;
    }

    private static Token token(ProfileNode node) throws ProfileException {
        Token token = new Token(
                node.pointer("pointer"),
                node.pointerOr("expiresInPointer", null),
                node.integerOr("lifetime", 0),
                node.text("header"),
                node.template("headerValue", Set.of(Placeholders.TOKEN)));
        node.refuseOthers();
        return token;
    }
}
