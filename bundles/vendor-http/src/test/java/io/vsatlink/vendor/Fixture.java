package io.vsatlink.vendor;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.vendor.http.Timeouts;
import io.vsatlink.vendor.json.TreeReader;
import io.vsatlink.vendor.profile.ListingProfile;
import io.vsatlink.vendor.profile.ProfileException;
import io.vsatlink.vendor.profile.ProfileNeeds;
import io.vsatlink.vendor.profile.ProfileNeeds.ListingNeeds;
import io.vsatlink.vendor.profile.ProfileReader;
import io.vsatlink.vendor.profile.VendorProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A vendor, a client of it, and the rows that came. */
abstract class Fixture {

    static final Credentials CREDENTIALS = new Credentials("ops", "s3cret-Pa55");
    static final ProfileNeeds NEEDS = new ProfileNeeds(
            Set.of(),
            Map.of(
                    "circuits",
                    new ListingNeeds(
                            List.of(
                                    new Column("circuitId", ColumnType.TEXT, false),
                                    new Column("status", ColumnType.TEXT, false)),
                            "circuitId")),
            Map.of());
    static final VendorProfile PROFILE = profile();
    static final ListingProfile CIRCUITS = PROFILE.listings().get("circuits");
    static final Timeouts QUICK = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10));

    final List<JsonNode> rows = new CopyOnWriteArrayList<>();
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

    final void keep(JsonParser parser, String name) throws IOException {
        rows.add(new TreeReader(parser).read());
    }

    final PageHead page() throws VendorException {
        return client.page(CIRCUITS, PageRef.FIRST, 250, this::keep);
    }

    /** What a call throws; every message is held to hold no secret. */
    final <E extends VendorException> E failure(Class<E> type) {
        try {
            page();
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
        }
        throw new AssertionError("no " + type.getSimpleName());
    }

    private static VendorProfile profile() {
        try (InputStream in = Fixture.class.getResourceAsStream("/vendor.json")) {
            return ProfileReader.read(in, "vendor.json", NEEDS);
        } catch (ProfileException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
