/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.remote.file.ClientKeyStore;
import io.vsatlink.remote.login.Access;
import io.vsatlink.remote.login.Credentials;
import io.vsatlink.remote.login.Endpoint;
import io.vsatlink.remote.login.RefusedLogin;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RefusedAccessTest {
    private static final Endpoint PLAIN = new Endpoint(URI.create("https://vendor.example"), "", null);

    private final TreeMap<String, String> kept = new TreeMap<>();
    private boolean away;
    private final RefusedAccess refused = new RefusedAccess(new RefusedLogin(new Kept(), "uat", "refused"), List.of());

    /** In memory, of one element. */
    private final class Kept implements ElementMemory {
        @Override
        public Optional<String> recall(String element, String name) {
            return Optional.ofNullable(kept.get(name));
        }

        @Override
        public SortedMap<String, String> recallAll(String element, String prefix) {
            return kept;
        }

        @Override
        public void remember(String element, String name, String value) {
            if (away) {
                throw new StoreException("the database cannot be reached");
            }
            kept.put(name, value);
        }
    }

    private static Access access(Endpoint endpoint, Map<String, Object> secrets) {
        return new Access(endpoint, new Credentials("ops", "planted-password", secrets, secrets.keySet()));
    }

    private static Endpoint with(String file, String password) {
        return PLAIN.with(new ClientKeyStore(Path.of(file), password), false);
    }

    @Test
    void whatTheDatabaseDoesNotTakeIsWrittenLater() {
        Access tried = access(PLAIN, Map.of());
        away = true;
        refused.remember(tried);
        assertThat(kept).isEmpty();
        away = false;
        refused.settle();
        assertThat(refused.is(tried)).isTrue();

        away = true;
        refused.forget();
        away = false;
        assertThat(refused.is(tried)).isFalse();
    }

    @Test
    void anotherSecretOrKeyStoreAllowsAnotherAttempt() {
        Access tried = access(with("/etc/a.p12", "planted-store"), Map.of("secret1", "planted-one"));
        refused.remember(tried);

        assertThat(refused.is(access(with("/etc/a.p12", "planted-store"), Map.of("secret1", "planted-one"))))
                .isTrue();
        assertThat(refused.is(access(with("/etc/a.p12", "planted-store"), Map.of("secret1", "planted-two"))))
                .isFalse();
        assertThat(refused.is(access(with("/etc/a.p12", "planted-store"), Map.of("secret2", "planted-one"))))
                .isFalse();
        assertThat(refused.is(access(with("/etc/b.p12", "planted-store"), Map.of("secret1", "planted-one"))))
                .isFalse();
        assertThat(refused.is(access(with("/etc/a.p12", "planted-other"), Map.of("secret1", "planted-one"))))
                .isFalse();
        assertThat(refused.is(access(PLAIN, Map.of("secret1", "planted-one")))).isFalse();
    }

    @Test
    void nothingOfASecretIsKept() {
        refused.remember(access(with("/etc/a.p12", "planted-store"), Map.of("secret1", "planted-one")));
        assertThat(kept.values()).isNotEmpty().noneMatch(text -> text.contains("planted"));
    }
}
