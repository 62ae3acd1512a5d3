/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.contract;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.contract.Profile.Listing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Collects the differences between profile, OpenAPI document and datasets, each as a sentence. */
final class Differences {
    static final String PROFILE = "the profile";
    static final String DOCUMENT = "the document";
    static final String DATASET = "the dataset";

    private final List<String> sentences = new ArrayList<>();

    static List<String> of(Profile profile, OpenApi document) {
        Differences differences = new Differences();
        Map<String, Listing> listings = profile.listings();
        differences.names("all", "listing", "our API", keys(), PROFILE, listings.keySet());
        differences.names("all", "path", PROFILE, paths(profile), DOCUMENT, document.paths());
        new LoginDifferences(profile, document, differences).find();
        for (Dataset dataset : Dataset.values()) {
            Listing listing = listings.get(dataset.key());
            if (listing != null && document.paths().contains(listing.path())) {
                new ListingDifferences(dataset, listing, document, differences).find();
            }
        }
        return List.copyOf(differences.sentences);
    }

    /** Reports each name that only one of the two has. */
    void names(String where, String what, String left, Set<String> ofLeft, String right, Set<String> ofRight) {
        lacking(where, what, left, ofLeft, right, ofRight);
        lacking(where, what, right, ofRight, left, ofLeft);
    }

    /** Reports each name that the first has and the second lacks. */
    void lacking(String where, String what, String has, Set<String> names, String lacks, Set<String> others) {
        for (String name : new TreeSet<>(names)) {
            if (!others.contains(name)) {
                sentences.add("%s: %s has the %s %s, %s has not".formatted(where, has, what, name, lacks));
            }
        }
    }

    void values(String where, String what, String left, Object ofLeft, String right, Object ofRight) {
        if (!Objects.equals(ofLeft, ofRight)) {
            sentences.add("%s: %s is %s in %s, %s in %s".formatted(where, what, ofLeft, left, ofRight, right));
        }
    }

    private static Set<String> keys() {
        return Arrays.stream(Dataset.values()).map(Dataset::key).collect(Collectors.toSet());
    }

    private static Set<String> paths(Profile profile) {
        Set<String> paths =
                profile.listings().values().stream().map(Listing::path).collect(Collectors.toCollection(TreeSet::new));
        paths.add(profile.login().path("path").asText());
        return paths;
    }
}
