/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.listing.PageHead;
import io.vsatlink.remote.listing.PageRef;
import io.vsatlink.remote.login.Credentials;
import io.vsatlink.remote.login.Endpoint;
import io.vsatlink.remote.profile.ProfileException;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.remote.profile.read.NeededCircuits;
import io.vsatlink.remote.profile.read.ProfileReader;
import io.vsatlink.remote.vendor.Vendor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;

/** A client with a profile of {@code resources/auth}, and the results of its calls. */
abstract class AuthFixture {
    static final Map<String, Object> SECRETS =
            Map.of("secret1", "planted&secret=1", "secret2", "planted-secret-2", "secret3", "planted-secret-3");

    /** Secrets that must not appear anywhere. */
    static final Set<String> PLANTED = Set.of(
            "planted&secret=1", "planted%26secret%3D1", "planted-secret", "s3cret-Pa55", "tok-planted", "ref-planted");

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    final <T extends AutoCloseable> T opened(T one) {
        opened.add(one);
        return one;
    }

    static VendorProfile profile(String name, UnaryOperator<String> change) {
        try (InputStream in = AuthFixture.class.getResourceAsStream("/auth/" + name + ".json")) {
            String text = change.apply(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return ProfileReader.read(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), name, NeededCircuits.with());
        } catch (ProfileException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Credentials credentials(String user, String password) {
        return new Credentials(user, password, SECRETS, SECRETS.keySet());
    }

    final VendorClient client(String profile, Vendor vendor) {
        return client(profile(profile, text -> text), new Endpoint(vendor.base(), "ByPassProxy", null));
    }

    final VendorClient client(VendorProfile profile, Endpoint endpoint) {
        return opened(new VendorClient(profile, endpoint, credentials("ops", "s3cret-Pa55"), Fixture.QUICK));
    }

    static PageHead page(VendorClient client, PageRef page, Set<String> ids) throws VendorException {
        return client.page(
                client.profile().listings().get("circuits"),
                page,
                2,
                (parser, name) -> ids.add(parser.readValueAsTree().toString()));
    }

    /**
     * Polls all pages by number.
     *
     * @return the number of rows
     */
    static int poll(VendorClient client, Runnable between) throws VendorException {
        Set<String> ids = new HashSet<>();
        for (int page = 0; page * 2 < Vendor.CIRCUITS; page++) {
            PageHead unused = page(client, new PageRef.Nth(page), ids);
            between.run();
        }
        return ids.size();
    }

    static int poll(VendorClient client) throws VendorException {
        return poll(client, () -> {});
    }

    /** Asserts that the call fails, with a message that contains no secret. */
    static <E extends VendorException> E failure(Class<E> type, Callable<?> call) {
        try {
            call.call();
        } catch (VendorException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                Throwable each = cause;
                if (PLANTED.stream().anyMatch(each.toString()::contains)) {
                    throw new AssertionError("a secret in " + each);
                }
            }
            if (type.isInstance(e)) {
                return type.cast(e);
            }
            throw new AssertionError("not " + type.getSimpleName(), e);
        } catch (Exception e) {
            throw new AssertionError("no failure of the vendor's", e);
        }
        throw new AssertionError("no " + type.getSimpleName());
    }
}
