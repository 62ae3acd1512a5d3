/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.read;

import io.vsatlink.remote.profile.AuthProfile.Assertion;
import io.vsatlink.remote.profile.AuthProfile.Client;
import io.vsatlink.remote.profile.AuthProfile.ClientAuth;
import io.vsatlink.remote.profile.AuthProfile.OAuth2;
import io.vsatlink.remote.profile.AuthProfile.Token;
import io.vsatlink.remote.profile.text.ProfileNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what a profile says of OAuth 2: makes one form of it, whatever the grant. */
final class OAuthReader {
    private static final String USERNAME = "${username}";
    private static final String PASSWORD = "${password}";
    private static final String JWT_BEARER = "jwtBearer";

    private OAuthReader() {}

    static OAuth2 read(ProfileNode node, Token token) {
        if (node.has("path") == node.has("tokenUrl")) {
            node.refuse("must have a path, or a tokenUrl where another server gives the token");
        }
        String grant = node.has("grant") ? node.text("grant") : "clientCredentials";
        Client client = client(node, grant);
        refuseUseless(node, "refreshToken", grant.equals("refreshToken"), "has no use with the grant " + grant);
        refuseUseless(node, "subject", grant.equals(JWT_BEARER), "has no use with the grant " + grant);
        boolean signs = client.assertion() != null || grant.equals(JWT_BEARER);
        refuseUseless(
                node, "audience", signs, "has no use where nothing is signed; a parameter of the call is in form");
        refuseUseless(node, "keyId", signs, "has no use where nothing is signed");
        Assertion assertion = grant.equals(JWT_BEARER)
                ? new Assertion(
                        text(node, "clientId", USERNAME),
                        text(node, "subject", USERNAME),
                        node.text("audience"),
                        node.text("keyId"))
                : null;
        String url = node.has("path") ? node.text("path") : node.text("tokenUrl");
        return new OAuth2(url, form(node, grant), client, assertion, token);
    }

    private static Map<String, String> form(ProfileNode node, String grant) {
        Map<String, String> form = new LinkedHashMap<>();
        switch (grant) {
            case "password" -> {
                form.put("grant_type", "password");
                form.put("username", USERNAME);
                form.put("password", PASSWORD);
            }
            case "refreshToken" -> {
                form.put("grant_type", "refresh_token");
                form.put("refresh_token", text(node, "refreshToken", PASSWORD));
            }
            case JWT_BEARER -> {
                form.put("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
                form.put("assertion", "${assertion}");
            }
            default -> form.put("grant_type", "client_credentials");
        }
        if (node.has("scope")) {
            form.put("scope", node.text("scope"));
        }
        form.putAll(node.textMap("form"));
        return form;
    }

    private static Client client(ProfileNode node, String grant) {
        ClientAuth auth = auth(node, grant);
        String id = text(node, "clientId", grant.equals("password") ? null : USERNAME);
        boolean signs = auth == ClientAuth.PRIVATE_KEY_JWT;
        refuseUseless(node, "clientSecret", !signs && auth != ClientAuth.NONE, "has no use: the client shows none");
        if (auth == ClientAuth.NONE) {
            // a public client says its name only
            return new Client(
                    node.has("clientId") && !grant.equals(JWT_BEARER) ? ClientAuth.BODY : auth, id, null, null);
        }
        if (id == null) {
            boolean unused = node.at("clientId").given("a text that is not blank");
        }
        String secret = text(node, "clientSecret", grant.equals("clientCredentials") ? PASSWORD : null);
        if (!signs && secret == null) {
            boolean unused = node.at("clientSecret").given("a text such as ${secret1}");
        }
        return signs
                ? new Client(auth, id, null, new Assertion(id, id, node.text("audience"), node.text("keyId")))
                : new Client(auth, id, secret, null);
    }

    private static ClientAuth auth(ProfileNode node, String grant) {
        if (node.has("inBody") && node.has("clientAuth")) {
            node.at("inBody").refuse("and clientAuth exclude each other");
        }
        if (node.has("clientAuth")) {
            return switch (node.text("clientAuth")) {
                case "privateKeyJwt" -> ClientAuth.PRIVATE_KEY_JWT;
                case "body" -> ClientAuth.BODY;
                default -> ClientAuth.BASIC;
            };
        }
        boolean known = grant.equals("clientCredentials") || node.has("clientSecret") || node.flag("inBody");
        return !known ? ClientAuth.NONE : node.flag("inBody") ? ClientAuth.BODY : ClientAuth.BASIC;
    }

    private static void refuseUseless(ProfileNode node, String name, boolean useful, String why) {
        if (!useful && node.has(name)) {
            node.at(name).refuse(why);
        }
    }

    private static String text(ProfileNode node, String name, String otherwise) {
        return node.has(name) ? node.text(name) : otherwise;
    }
}
