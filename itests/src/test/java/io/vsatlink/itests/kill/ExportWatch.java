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
 * A reader of the exported files who looks all the time, from outside. What it holds against an exporter:
 *
 * <ol>
 *   <li>a file under its final name that no manifest ever vouched for, the one about to be named included: such a file
 *       is of no set, so it is half a file;
 *   <li>a file that the manifest names and that is not there;
 *   <li>a dataset whose generation went back, or one generation with two contents.
 * </ol>
 *
 * <p>Files of two sets under one manifest are no fault: they lie so while names are given, and after a kill just then.
 * Thread-safe.
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

    /** One look at everything. */
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

    /** Takes note of the manifest in place and of the one about to be. @return the one in place, or null */
    private FileList learn() throws IOException {
        // in this order: what is named in between is met under its final name
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

    /** What it holds against the exporter, now that no export runs. */
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

    /** Whether the files there now are one set. */
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
