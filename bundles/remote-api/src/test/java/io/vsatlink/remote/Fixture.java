/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.http.Timeouts;
import io.vsatlink.remote.json.TreeReader;
import io.vsatlink.remote.listing.PageHead;
import io.vsatlink.remote.listing.PageRef;
import io.vsatlink.remote.login.Credentials;
import io.vsatlink.remote.login.Endpoint;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.ProfileException;
import io.vsatlink.remote.profile.ProfileNeeds;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.remote.profile.read.NeededCircuits;
import io.vsatlink.remote.profile.read.ProfileReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A vendor, its client, and the rows received. */
abstract class Fixture {

    static final Credentials CREDENTIALS = new Credentials("ops", "s3cret-Pa55");
    static final ProfileNeeds NEEDS = NeededCircuits.with(new Column("status", ColumnType.TEXT, false));
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();
    static final VendorProfile PROFILE = varied(NEEDS, Map.of());
    static final ListingProfile CIRCUITS = PROFILE.listings().get("circuits");
    static final Timeouts QUICK = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10));

    final List<JsonNode> rows = new CopyOnWriteArrayList<>();
    private VendorProfile profile = PROFILE;
    ScriptedVendor vendor;
    VendorClient client;

    @BeforeEach
    void open() {
        vendor = new ScriptedVendor();
        client = client("ByPassProxy", null, QUICK);
    }

    @AfterEach
    void closeBoth() throws IOException {
        client.close();
        vendor.close();
    }

    final VendorClient client(String busAddress, Path certificates, Timeouts timeouts) {
        return new VendorClient(PROFILE, new Endpoint(vendor.base(), busAddress, certificates), CREDENTIALS, timeouts);
    }

    /** Continues with the profile {@code vendor.json}, with these parts replaced. */
    final void speak(Map<String, String> parts) {
        speak(CREDENTIALS, NEEDS, parts);
    }

    final void speak(Credentials credentials, ProfileNeeds needs, Map<String, String> parts) {
        client.close();
        profile = varied(needs, parts);
        client = new VendorClient(profile, new Endpoint(vendor.base(), "ByPassProxy", null), credentials, QUICK);
    }

    /** The profile of the vendor. */
    final VendorProfile spoken() {
        return profile;
    }

    final void keep(JsonParser parser, String name) throws IOException {
        rows.add(new TreeReader(parser).read());
    }

    final PageHead page() throws VendorException {
        return pageAt(PageRef.FIRST);
    }

    final PageHead pageAt(PageRef page) throws VendorException {
        return client.page(profile.listings().get("circuits"), page, 250, this::keep);
    }

    /** The keys of the rows received so far. */
    final List<String> keys() {
        return rows.stream().map(row -> row.path("circuitId").asText()).toList();
    }

    /** Asserts that the call fails, with a message that contains no secret. */
    final <E extends VendorException> E failure(Class<E> type) {
        return failure(type, this::page);
    }

    final <E extends VendorException> E failure(Class<E> type, Callable<?> call) {
        try {
            call.call();
        } catch (VendorException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause.toString().contains(CREDENTIALS.password())
                        || cause.toString().contains("tok-")) {
                    throw new AssertionError("a secret in the message", cause);
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

    /** The profile of the client. */
    final VendorProfile profile() {
        return profile;
    }

    private static VendorProfile varied(ProfileNeeds needs, Map<String, String> parts) {
        try (InputStream in = Fixture.class.getResourceAsStream("/vendor.json")) {
            ObjectNode text = (ObjectNode) JSON.readTree(in);
            for (Map.Entry<String, String> each : parts.entrySet()) {
                text.set(each.getKey(), JSON.readTree(each.getValue()));
            }
            return ProfileReader.read(new ByteArrayInputStream(JSON.writeValueAsBytes(text)), "vendor.json", needs);
        } catch (ProfileException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
