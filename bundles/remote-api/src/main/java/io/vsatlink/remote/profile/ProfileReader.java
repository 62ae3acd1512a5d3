package io.vsatlink.remote.profile;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads a vendor profile and refuses whatever it does not understand, naming each place. */
public final class ProfileReader {
    /** The version of the vocabulary that this reads, as the schema's. */
    private static final int VOCABULARY = 1;

    private final ProfileNeeds needs;
    private final Set<String> settings;

    private ProfileReader(ProfileNeeds needs) {
        this.needs = needs;
        this.settings = new HashSet<>(needs.settings());
        settings.addAll(Set.of(Placeholders.CORRELATION_ID, Placeholders.USERNAME, Placeholders.PASSWORD));
    }

    /**
     * @param json UTF-8, comments allowed; {@code paging} and {@code itemsPointer} may stand once at the top for all
     *     listings
     * @param source what to call it in messages, e.g. the file's name
     * @param needs what the connector can't do without
     */
    public static VendorProfile read(InputStream json, String source, ProfileNeeds needs) throws ProfileException {
        byte[] bytes;
        try {
            bytes = json.readAllBytes();
        } catch (IOException e) {
            throw new ProfileException(source + " cannot be read: " + e.getMessage());
        }
        return new ProfileReader(needs).read(new ProfileSource(bytes, source));
    }

    private VendorProfile read(ProfileSource source) throws ProfileException {
        ProfileNode root = source.root();
        vocabulary(root);
        String name = source.attempt(() -> root.text("name"));
        Integer version = source.attempt(() -> root.integer("version"));
        AuthProfile auth = source.attempt(() -> new AuthReader(settings).read(root.object("auth")));
        Map<String, String> headers = source.attempt(() -> root.textMap("headers", settings));
        ErrorProfile errors = source.attempt(() -> ErrorReader.read(root.object("errors")));
        PagingProfile paging =
                source.attempt(() -> root.has("paging") ? PagingReader.read(root.object("paging")) : null);
        String items = source.attempt(() -> root.has("itemsPointer") ? root.wholePointer("itemsPointer") : null);
        source.attempt(() -> known(root));
        source.refuseMistakes();
        // these lean on what stands above
        Map<String, ListingProfile> listings = listings(root, paging, items);
        source.refuseMistakes();
        Map<String, CallProfile> calls = calls(root, listings);
        source.refuseMistakes();
        return new VendorProfile(name, version, auth, headers, errors, listings, calls);
    }

    private static void vocabulary(ProfileNode root) throws ProfileException {
        int vocabulary = root.integer("vocabulary");
        if (vocabulary != VOCABULARY) {
            throw root.refuse(root.at("vocabulary"), "must be " + VOCABULARY + ", which is what this version reads");
        }
    }

    private static Boolean known(ProfileNode root) throws ProfileException {
        root.has("$schema");
        root.has("listings");
        root.has("calls");
        root.refuseOthers();
        return true;
    }

    private Map<String, ListingProfile> listings(ProfileNode root, PagingProfile paging, String items)
            throws ProfileException {
        Map<String, ListingProfile> listings = new LinkedHashMap<>();
        ProfileNode object = root.object("listings");
        needs.listings().forEach((name, wanted) -> {
            // null says that the vendor has no such listing; to say nothing would be a slip
            if (!object.names(name) || object.has(name)) {
                ListingReader reader = new ListingReader(wanted, needs.settings(), paging, items);
                listings.put(name, root.source().attempt(() -> reader.read(object.object(name))));
            }
        });
        root.source().attempt(() -> noOthers(object));
        if (listings.isEmpty()) {
            throw object.refuse(root.at("listings"), "must have at least one");
        }
        return listings;
    }

    private Map<String, CallProfile> calls(ProfileNode root, Map<String, ListingProfile> listings)
            throws ProfileException {
        Map<String, CallProfile> calls = new LinkedHashMap<>();
        if (needs.calls().isEmpty() && !root.has("calls")) {
            return calls;
        }
        ProfileNode object = root.object("calls");
        needs.calls().forEach((name, wanted) -> {
            CallReader reader = new CallReader(wanted, settings, listings);
            calls.put(name, root.source().attempt(() -> reader.read(object.object(name))));
        });
        root.source().attempt(() -> noOthers(object));
        return calls;
    }

    private static Boolean noOthers(ProfileNode object) throws ProfileException {
        object.refuseOthers();
        return true;
    }
}
