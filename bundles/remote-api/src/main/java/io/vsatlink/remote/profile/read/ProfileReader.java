/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.read;

import io.vsatlink.remote.profile.AuthProfile;
import io.vsatlink.remote.profile.CallProfile;
import io.vsatlink.remote.profile.ErrorProfile;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.Placeholders;
import io.vsatlink.remote.profile.ProfileException;
import io.vsatlink.remote.profile.ProfileNeeds;
import io.vsatlink.remote.profile.ProfileNeeds.CallNeeds;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.remote.profile.text.ProfileNode;
import io.vsatlink.remote.profile.text.ProfileSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads a vendor profile, and refuses everything unknown, with the place of each mistake. */
public final class ProfileReader {
    private final ProfileNeeds needs;
    private final Set<String> settings;

    private ProfileReader(ProfileNeeds needs, int vocabulary) {
        this.needs = needs;
        this.settings = new HashSet<>(needs.settings());
        settings.addAll(Set.of(Placeholders.CORRELATION_ID, Placeholders.USERNAME, Placeholders.PASSWORD));
        if (vocabulary > 1) {
            settings.addAll(Placeholders.SECRETS);
        }
    }

    /**
     * @param json UTF-8, comments allowed; {@code paging} and {@code itemsPointer} may be at the top, once for all
     *     listings
     * @param source the name of the profile in messages, e.g. the file's name
     * @param needs what the connector requires
     */
    public static VendorProfile read(InputStream json, String source, ProfileNeeds needs) throws ProfileException {
        byte[] bytes;
        try {
            bytes = json.readAllBytes();
        } catch (IOException e) {
            throw new ProfileException(source + " cannot be read: " + e.getMessage());
        }
        ProfileSource profile = new ProfileSource(bytes, source);
        ProfileNode root = profile.root();
        profile.checkShape();
        // the meaning of the rest in another version of the vocabulary is unknown
        profile.refuseMistakes(root.json().isObject() ? "/vocabulary" : "");
        return new ProfileReader(needs, profile.vocabulary()).read(root);
    }

    private VendorProfile read(ProfileNode root) throws ProfileException {
        root.at("headers").allowPlaceholders(settings);
        AuthProfile auth = AuthReader.read(root.at("auth"), settings);
        ErrorProfile errors = ErrorReader.read(root.at("errors"));
        Map<String, ListingProfile> listings = listings(root);
        Map<String, CallProfile> calls = calls(root.at("calls"), listings);
        root.source().refuseMistakes("");
        int version = root.integer("version");
        Set<String> secrets = new HashSet<>(Placeholders.in(root.json().toString()));
        secrets.retainAll(Placeholders.SECRETS);
        return new VendorProfile(
                root.text("name"), version, auth, secrets, root.textMap("headers"), errors, listings, calls);
    }

    private Map<String, ListingProfile> listings(ProfileNode root) {
        Map<String, ListingProfile> listings = new LinkedHashMap<>();
        ProfileNode all = root.at("listings");
        if (!all.json().isObject()) {
            return listings;
        }
        needs.listings().forEach((name, wanted) -> {
            ProfileNode node = all.at(name);
            // null means that the vendor has no such listing; a missing member would be a mistake
            boolean unlisted = node.json().isMissingNode() && root.source().saysOthers();
            if (!node.json().isNull() && !unlisted && node.given("an object")) {
                listings.put(name, new ListingReader(wanted, needs.settings(), root).read(node));
            }
        });
        all.refuseOthers(needs.listings().keySet());
        if (listings.isEmpty() && all.sound()) {
            all.refuse("must have at least one entry");
        }
        return listings;
    }

    private Map<String, CallProfile> calls(ProfileNode all, Map<String, ListingProfile> listings) {
        Map<String, CallProfile> calls = new LinkedHashMap<>();
        if (needs.calls().isEmpty() && all.json().isMissingNode()) {
            return calls;
        }
        if (all.given("an object") && all.json().isObject()) {
            needs.calls().forEach((name, wanted) -> {
                boolean optional = wanted.optional().contains(CallNeeds.CALL);
                if (optional ? all.has(name) : all.at(name).given("an object")) {
                    calls.put(name, new CallReader(wanted, settings, listings).read(all.at(name)));
                }
            });
            all.refuseOthers(needs.calls().keySet());
        }
        return calls;
    }
}
