/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.vsatlink.remote.draft.column.NoValue;
import io.vsatlink.remote.draft.sample.OpenApi;
import io.vsatlink.remote.draft.sample.SavedAnswer;
import io.vsatlink.remote.draft.text.DraftText;
import io.vsatlink.remote.profile.ProfileNeeds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes the first draft of a profile for one connector. Immutable and thread-safe. */
public final class ProfileDraft {
    private final ProfileNeeds needs;

    public ProfileDraft(ProfileNeeds needs) {
        this.needs = needs;
    }

    /**
     * Writes a draft.
     *
     * @param name of the profile
     * @param answers saved responses; several of one listing are its pages
     * @param api null for none
     * @return a profile with comments; the reader may refuse it until placeholders are filled in
     * @throws IllegalArgumentException with a sentence if a listing is unknown, or there is nothing to describe
     */
    public String of(String name, List<SavedAnswer> answers, OpenApi api) {
        Map<String, List<SavedAnswer>> byListing = new LinkedHashMap<>();
        for (SavedAnswer answer : answers) {
            if (!needs.listings().containsKey(answer.listing())) {
                throw new IllegalArgumentException("there is no listing " + answer.listing() + "; known are "
                        + String.join(", ", needs.listings().keySet()));
            }
            byListing
                    .computeIfAbsent(answer.listing(), each -> new ArrayList<>())
                    .add(answer);
        }
        DraftText profile = new DraftText();
        profile.note(
                "A first draft: \"sure\" and \"likely\" say how sure each guess is; look at each \"please check\" and \"fill in\"");
        profile.member("vocabulary", IntNode.valueOf(2), "");
        profile.member("name", name, "");
        profile.member("version", IntNode.valueOf(1), "");
        AuthDraft.write(api, profile);
        ErrorsDraft.write(api, profile);
        profile.member("others", NullNode.getInstance(), "what is not listed is not provided by the vendor");
        ListingDrafts listings = new ListingDrafts(api);
        needs.listings()
                .forEach(
                        (listing, wanted) -> listings.add(listing, wanted, byListing.getOrDefault(listing, List.of())));
        missing(profile, NoValue.among(listings.saved()));
        profile.add("listings", listings.text());
        calls(profile);
        return profile.text();
    }

    private static void missing(DraftText profile, Set<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode missing = JsonNodeFactory.instance.arrayNode();
            texts.forEach(missing::add);
            profile.member("missing", missing, "please check: each of these seems to mean \"no value\"");
        }
    }

    private void calls(DraftText profile) {
        if (needs.calls().isEmpty()) {
            return;
        }
        profile.note("fill in \"calls\", an object with these members; the built-in profile shows how:");
        // the order of a map may be another one in each run
        new TreeMap<>(needs.calls())
                .forEach((name, call) -> profile.note("  " + DraftText.quoted(name)
                        + (call.parameters().isEmpty() ? "" : ", which must use " + placeholders(call.parameters()))
                        + (call.written().isEmpty() ? "" : ", with \"fields\"")
                        + (call.answer().isEmpty() ? "" : ", with \"answer\"")));
    }

    private static String placeholders(Set<String> parameters) {
        return String.join(
                ", ",
                parameters.stream().sorted().map(each -> "${" + each + "}").toList());
    }
}
