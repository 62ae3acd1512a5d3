/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.file.ClientKeyStore;
import io.vsatlink.remote.file.ClientKeys;
import io.vsatlink.remote.login.Endpoint;
import io.vsatlink.remote.vendor.KeyFiles;
import io.vsatlink.remote.vendor.MutualTls;
import io.vsatlink.remote.vendor.Reply;
import io.vsatlink.remote.vendor.Vendor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that accepts only clients with a known certificate. */
class MutualTlsTest extends AuthFixture {
    @TempDir
    static Path folder;

    private static Path server;
    private static Path known;
    private static Path newer;
    private static Path unknown;

    private Vendor vendor;

    @BeforeAll
    static void keys() throws Exception {
        KeyFiles files = new KeyFiles(folder);
        server = files.store("server.p12", "secp256r1");
        known = files.store("known.p12", "secp256r1");
        newer = files.store("newer.p12", "RSA");
        unknown = files.store("unknown.p12", "secp256r1");
    }

    @BeforeEach
    void serve() throws Exception {
        vendor = opened(new Vendor(
                MutualTls.socket(server, known, newer),
                "https",
                heard -> heard.header("Authorization").startsWith("Basic ")
                        ? Vendor.page(heard)
                        : Reply.error("401 No", "{}")));
    }

    private VendorClient client(ClientKeyStore keys) throws Exception {
        Endpoint endpoint =
                new Endpoint(vendor.base(), "ByPassProxy", new KeyFiles(folder).pem(server)).with(keys, false);
        return client(
                profile(
                        "digest",
                        text -> text.replace(
                                "{\"type\": \"digest\", \"checkPath\": \"/whoami\"}", "{\"type\": \"basic\"}")),
                endpoint);
    }

    @Test
    void whoShowsAKnownCertificateIsLetIn() throws Exception {
        assertThat(poll(client(new ClientKeyStore(known, KeyFiles.PASSWORD)))).isEqualTo(Vendor.CIRCUITS);
    }

    @Test
    void whoShowsNoneOrAnUnknownOneIsNot() throws Exception {
        for (ClientKeyStore keys : new ClientKeyStore[] {null, new ClientKeyStore(unknown, KeyFiles.PASSWORD)}) {
            VendorClient client = client(keys);
            VendorException failure = failure(VendorException.class, () -> poll(client));
            assertThat(failure.status()).isEmpty();
        }
        assertThat(vendor.heard()).isEmpty();
    }

    @Test
    void aChangedFileIsNoticedAtTheNextLogin() throws Exception {
        Path store = Files.copy(unknown, folder.resolve("changing.p12"), StandardCopyOption.REPLACE_EXISTING);
        VendorClient client = client(new ClientKeyStore(store, KeyFiles.PASSWORD));
        VendorException refused = failure(VendorException.class, () -> poll(client));
        assertThat(refused.status()).isEmpty();
        Files.copy(newer, store, StandardCopyOption.REPLACE_EXISTING);
        client.login();
        assertThat(poll(client)).isEqualTo(Vendor.CIRCUITS);
    }

    @Test
    void aStoreThatDoesNotOpenIsASentenceWithoutItsPassword() throws Exception {
        VendorClient client = client(new ClientKeyStore(known, "planted-secret-wrong"));
        assertThat(failure(Rejected.class, () -> poll(client)))
                .hasMessage("no client certificate: the key store " + known
                        + " can't be opened with clientKeyStorePassword");
        assertThat(new ClientKeyStore(known, "planted-secret-wrong")).asString().doesNotContain("planted");
    }

    /** A user who may set the name must not learn which files exist. */
    @Test
    void theNameOfAFileThatIsNoKeyStoreIsRefusedWithOneSentence() throws Exception {
        Path unusedText = Files.writeString(folder.resolve("text.p12"), "nothing");
        ClientKeys keys = new ClientKeys(folder);
        assertThat(keys.objection("known.p12")).isEmpty();
        for (String name : Set.of("text.p12", "missing.p12", ".")) {
            assertThat(keys.objection(name)).hasValue("");
        }
    }
}
