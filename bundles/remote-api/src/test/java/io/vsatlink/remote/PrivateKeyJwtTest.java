/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.remote.failure.Rejected;
import io.vsatlink.remote.failure.Unauthorized;
import io.vsatlink.remote.file.ClientKeyStore;
import io.vsatlink.remote.login.Endpoint;
import io.vsatlink.remote.vendor.AssertionJudge;
import io.vsatlink.remote.vendor.KeyFiles;
import io.vsatlink.remote.vendor.OAuthServer;
import io.vsatlink.remote.vendor.Vendor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that signs with its key instead of sending a secret. */
class PrivateKeyJwtTest extends AuthFixture {
    private static final String CLIENT_ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    @TempDir
    static Path folder;

    private AssertionJudge judge;

    private final Vendor vendor = opened(new Vendor(
            new OAuthServer(heard -> CLIENT_ASSERTION.equals(heard.form().get("client_assertion_type"))
                    && judge.accepts(heard.form().get("client_assertion")))));

    @BeforeAll
    static void keys() throws Exception {
        for (String algorithm : new String[] {"RSA", "secp256r1", "secp384r1"}) {
            Path unused = new KeyFiles(folder).store(algorithm + ".p12", algorithm);
        }
    }

    private Endpoint endpoint(Vendor of, Path store, String password) {
        return new Endpoint(of.base(), "ByPassProxy", null).with(new ClientKeyStore(store, password), false);
    }

    private VendorClient client(Path store) {
        return client(profile("private-key-jwt", text -> text), endpoint(vendor, store, KeyFiles.PASSWORD));
    }

    private AssertionJudge judge(Path store) throws Exception {
        return new AssertionJudge(KeyFiles.certificate(store), "ops", "ops", vendor.base() + OAuthServer.TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "secp256r1"})
    void theServerVerifiesWhatTheKeySigned(String algorithm) throws Exception {
        Path store = folder.resolve(algorithm + ".p12");
        judge = judge(store);

        int rows = poll(client(store));

        assertThat(judge.why).isEmpty();
        assertThat(rows).isEqualTo(Vendor.CIRCUITS);
        assertThat(judge.header.path("kid").asText()).isEqualTo("vsat-1");
        assertThat(vendor.heard(OAuthServer.TOKEN).get(0).form())
                .containsEntry("client_id", "ops")
                .doesNotContainKey("client_secret");
        assertThat(vendor.heard(OAuthServer.TOKEN).get(0).header("Authorization"))
                .isEmpty();
    }

    @Test
    void anotherKeyIsRefusedOnce() throws Exception {
        judge = judge(folder.resolve("secp256r1.p12"));
        VendorClient client = client(folder.resolve("RSA.p12"));
        assertThat(failure(Unauthorized.class, () -> poll(client))).hasMessageContaining("invalid_client");
        assertThat(vendor.heard()).hasSize(1);
    }

    @Test
    void eachLoginSignsAnew() throws Exception {
        Path store = folder.resolve("RSA.p12");
        judge = judge(store);
        VendorClient client = client(store);
        client.login();
        client.login();
        assertThat(judge.why).isEmpty();
        assertThat(vendor.heard()).hasSize(2);
    }

    @Test
    void theKeyOfAChangedFileSignsTheNextLogin() throws Exception {
        Path store = Files.copy(folder.resolve("RSA.p12"), folder.resolve("changing.p12"));
        judge = judge(store);
        VendorClient client = client(store);
        client.login();
        Files.copy(folder.resolve("secp256r1.p12"), store, StandardCopyOption.REPLACE_EXISTING);
        judge = judge(store);
        client.login();
        assertThat(judge.why).isEmpty();
    }

    @Test
    void whatTheKeyStoreLacksIsASentence() throws Exception {
        judge = judge(folder.resolve("RSA.p12"));
        assertThat(failure(Rejected.class, () -> poll(client("private-key-jwt", vendor))))
                .hasMessage("the login needs a key to sign with; set clientKeyStore");
        assertThat(failure(
                        Rejected.class,
                        () -> poll(client(
                                profile("private-key-jwt", text -> text),
                                endpoint(vendor, folder.resolve("RSA.p12"), "planted-secret-wrong")))))
                .hasMessageEndingWith("RSA.p12 can't be opened with clientKeyStorePassword");
        assertThat(failure(Rejected.class, () -> poll(client(folder.resolve("missing.p12")))))
                .hasMessageEndingWith("missing.p12 is not a readable PKCS #12 key store; the log has the reason");
        assertThat(failure(Rejected.class, () -> poll(client(folder.resolve("secp384r1.p12")))))
                .hasMessageContaining("must be RSA or of the curve P-256");
        assertThat(vendor.heard()).isEmpty();
    }

    @Test
    void anAssertionMayBeTheGrant() throws Exception {
        Path store = folder.resolve("RSA.p12");
        AssertionJudge grant =
                new AssertionJudge(KeyFiles.certificate(store), "vsatlink", "ops", "https://login.vendor.example");
        Vendor granting = opened(
                new Vendor(new OAuthServer(heard -> grant.accepts(heard.form().get("assertion")))));
        int rows = poll(client(profile("jwt-bearer", text -> text), endpoint(granting, store, KeyFiles.PASSWORD)));
        assertThat(grant.why).isEmpty();
        assertThat(rows).isEqualTo(Vendor.CIRCUITS);
    }
}
