/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.kill;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Continuously reads the exported files from outside. Faults:
 *
 * <ol>
 *   <li>a file with a final name that no manifest lists, including the one about to be renamed: it belongs to no set and
 *       may be incomplete;
 *   <li>a file that the manifest lists and that does not exist;
 *   <li>a dataset whose generation decreased, or one generation with two contents.
 * </ol>
 *
 * <p>Files of two sets under one manifest are not a fault: that happens during the renaming, and after a kill at that
 * moment. Thread-safe.
 */
final class ExportWatch {
    private final ExportFolder folder;
    private final Map<Seal, FileList> manifests = new HashMap<>();
    private final Map<String, Seal> contents = new HashMap<>();
    private final Map<String, Long> newest = new TreeMap<>();
    private final Set<String> faults = new HashSet<>();
    private final Set<Found> unproven = new HashSet<>();
    private long looks;
    private long wholeSets;
    private long mixedSets;

    private record Found(String name, Seal seal) {}

    ExportWatch(ExportFolder folder) {
        this.folder = folder;
    }

    /** Checks everything once. */
    synchronized void look() throws IOException {
        looks++;
        FileList before = learn();
        Map<String, Seal> found = new TreeMap<>();
        for (String name : folder.names()) {
            Optional<Seal> seal = folder.seal(name);
            learn();
            seal.ifPresent(content -> found.put(name, content));
        }
        FileList after = learn();
        found.forEach((name, seal) -> unproven.add(new Found(name, seal)));
        unproven.removeIf(this::isVouchedFor);
        if (before != null && before.equals(after)) {
            judge(before, found);
        }
    }

    private void judge(FileList manifest, Map<String, Seal> found) {
        boolean whole = true;
        for (String name : manifest.files().keySet()) {
            if (!found.containsKey(name)) {
                faults.add(name + " is missing, and the manifest names it");
            } else {
                whole &= manifest.vouchesFor(name, found.get(name));
            }
        }
        wholeSets += whole ? 1 : 0;
        mixedSets += whole ? 0 : 1;
    }

    /** Reads the current manifest and the one about to be renamed. @return the current one, or null */
    private FileList learn() throws IOException {
        // in this order: a manifest renamed in between is found under its final name
        folder.stagedManifest().ifPresent(this::note);
        FileList manifest = folder.manifest().orElse(null);
        if (manifest != null) {
            note(manifest);
            manifest.generations().forEach((dataset, generation) -> {
                if (newest.merge(dataset, generation, Math::max) > generation) {
                    faults.add(dataset + " went back to generation " + generation + " from " + newest.get(dataset));
                }
            });
        }
        return manifest;
    }

    private void note(FileList manifest) {
        if (manifests.putIfAbsent(manifest.seal(), manifest) != null) {
            return;
        }
        manifest.files().forEach((name, file) -> {
            String generation = name + " of generation " + file.generation();
            if (file.generation() > 0
                    && !file.seal().equals(contents.merge(generation, file.seal(), (known, now) -> known))) {
                faults.add(generation + " has two contents");
            }
        });
    }

    /** The faults so far; call it while no export runs. */
    synchronized List<String> faults() {
        List<String> all = new ArrayList<>(faults);
        unproven.removeIf(this::isVouchedFor);
        unproven.forEach(
                file -> all.add(file.name() + " had content that no manifest ever vouched for: " + file.seal()));
        return all;
    }

    private boolean isVouchedFor(Found file) {
        return manifests.values().stream().anyMatch(manifest -> manifest.vouchesFor(file.name(), file.seal()));
    }

    /** Whether the current files are one set. */
    synchronized boolean isOneSet() throws IOException {
        long before = wholeSets;
        look();
        return wholeSets > before;
    }

    synchronized String summary() {
        return looks + " looks, " + manifests.size() + " manifests; " + wholeSets + " times one set, " + mixedSets
                + " times files of two";
    }
}
