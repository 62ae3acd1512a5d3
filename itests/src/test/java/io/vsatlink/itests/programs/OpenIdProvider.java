/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.programs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** oidc-provider, and an inventory that asks it about each token ({@code src/test/programs/vendors/provider.mjs}). */
record OpenIdProvider(NodeProgram program) implements AutoCloseable {
    static final String CLIENT = "vsat";
    static final int CIRCUITS = 200;
    private static final String INVENTORY = "inventory http://127.0.0.1:";

    /**
     * @param client what proves who the client is
     * @param more how the listing behaves
     */
    static OpenIdProvider start(Path folder, ObjectNode client, ObjectNode more) throws Exception {
        ObjectNode settings = more.put("circuits", CIRCUITS);
        settings.putArray("clients").add(client);
        client.put("client_id", CLIENT).put("scope", "inventory.read");
        client.putArray("grant_types").add("client_credentials");
        client.putArray("redirect_uris");
        client.putArray("response_types");
        Path file = Files.writeString(folder.resolve("provider.json"), settings.toString());
        return new OpenIdProvider(NodeProgram.start("vendors", Path.of("provider.mjs"), List.of(file.toString())));
    }

    static ObjectNode withSecret(String secret) {
        return JsonServer.JSON.createObjectNode().put("client_secret", secret);
    }

    static ObjectNode withKeys(JsonNode... publicKeys) {
        ObjectNode client = JsonServer.JSON.createObjectNode().put("token_endpoint_auth_method", "private_key_jwt");
        client.putObject("jwks").putArray("keys").addAll(List.of(publicKeys));
        return client;
    }

    int inventoryPort() {
        return lines(INVENTORY).stream()
                .map(line -> Integer.parseInt(line.substring(INVENTORY.length())))
                .findFirst()
                .orElseThrow();
    }

    int providerPort() {
        return program.port();
    }

    /** The tokens that it has given. */
    List<String> tokens() {
        return lines("issued ").stream().map(line -> line.split(" ", -1)[1]).toList();
    }

    /** What it printed that begins so. */
    List<String> lines(String beginning) {
        return program.lines().stream()
                .filter(line -> line.startsWith(beginning))
                .toList();
    }

    @Override
    public void close() {
        program.close();
    }
}
