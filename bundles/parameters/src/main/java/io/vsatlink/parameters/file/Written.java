/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.file;

import io.vsatlink.parameters.text.Stamp;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The settings of a configuration as they were written.
 *
 * @param texts the texts by key, in the spelling of the file
 * @param open keys whose written text can't be determined at the moment, because the file and the configuration differ
 * @param file the file of the settings; null if there is none
 * @param stamp the stamp of the file, taken before it was read
 */
public record Written(Map<String, String> texts, List<String> open, Path file, Stamp stamp) {

    public Written {
        texts = Map.copyOf(texts);
        open = List.copyOf(open);
    }

    static Written withoutFile(Map<String, String> texts) {
        return new Written(texts, List.of(), null, Stamp.GONE);
    }

    /**
     * Returns the same settings plus those of an earlier reading that are missing now. Other programs write files in
     * place, so that a missing setting may reappear a moment later.
     */
    public Written keeping(Written before) {
        Map<String, String> kept = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        kept.putAll(before.texts);
        List<String> doubtful = new ArrayList<>(open);
        kept.keySet().stream().filter(key -> !has(key)).forEach(doubtful::add);
        kept.putAll(texts);
        return new Written(kept, doubtful, file, stamp);
    }

    /** Returns the same settings without those that are known to be removed. */
    public Written without(Set<String> keys) {
        Map<String, String> left = new HashMap<>(texts);
        left.keySet().removeIf(key -> keys.stream().anyMatch(key::equalsIgnoreCase));
        return new Written(left, open, file, stamp);
    }

    /** Returns whether it contains all settings of an earlier reading. */
    public boolean hasAllOf(Written before) {
        return before.texts.keySet().stream().allMatch(this::has);
    }

    private boolean has(String key) {
        return texts.keySet().stream().anyMatch(key::equalsIgnoreCase);
    }

    /** Returns a sentence if the file was deleted and the container has not noticed yet. */
    public Optional<String> gone() {
        return file != null && stamp.equals(Stamp.GONE) ? Optional.of(file + " does not exist") : Optional.empty();
    }

    /** Returns whether the file has been written since. */
    public boolean outdated() {
        return file != null && !Stamp.of(file).equals(stamp);
    }
}
