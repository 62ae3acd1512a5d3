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
 * The settings of a configuration as somebody wrote them.
 *
 * @param texts by key, as it is spelled there
 * @param open keys of which nobody can tell at the moment what was written: the file and the configuration differ
 * @param file where they stand; null where there is no file
 * @param stamp of the file, taken before it was read
 */
public record Written(Map<String, String> texts, List<String> open, Path file, Stamp stamp) {

    public Written {
        texts = Map.copyOf(texts);
        open = List.copyOf(open);
    }

    static Written withoutFile(Map<String, String> texts) {
        return new Written(texts, List.of(), null, Stamp.GONE);
    }

    /** The same, where what is not there any more may be there again in a moment: others write files in place. */
    public Written keeping(Written before) {
        Map<String, String> kept = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        kept.putAll(before.texts);
        List<String> doubtful = new ArrayList<>(open);
        kept.keySet().stream().filter(key -> !has(key)).forEach(doubtful::add);
        kept.putAll(texts);
        return new Written(kept, doubtful, file, stamp);
    }

    /** The same without settings that are known to be gone. */
    public Written without(Set<String> keys) {
        Map<String, String> left = new HashMap<>(texts);
        left.keySet().removeIf(key -> keys.stream().anyMatch(key::equalsIgnoreCase));
        return new Written(left, open, file, stamp);
    }

    /** Whether it has all settings of an earlier one. */
    public boolean hasAllOf(Written before) {
        return before.texts.keySet().stream().allMatch(this::has);
    }

    private boolean has(String key) {
        return texts.keySet().stream().anyMatch(key::equalsIgnoreCase);
    }

    /** Whether somebody deleted the file, and the container has not noticed yet. */
    public Optional<String> gone() {
        return file != null && stamp.equals(Stamp.GONE) ? Optional.of(file + " is gone") : Optional.empty();
    }

    /** Whether the file was written since. */
    public boolean outdated() {
        return file != null && !Stamp.of(file).equals(stamp);
    }
}
