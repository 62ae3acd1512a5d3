/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.file;

import io.vsatlink.parameters.text.Settings;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * What each configuration had when we last looked, and what our sets have replaced. Other writers read the file, and write
 * all of it a moment later; what differs from here shows which of their values they mean. Not thread-safe.
 */
final class LastSeen {
    /** Whoever writes this soon after a set, and brings back what it replaced, has read the file before it. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final LongSupplier nanoTime;
    private final Map<String, Map<String, Object>> settings = new HashMap<>();
    private final Map<String, Map<String, Write>> writes = new HashMap<>();

    /** A set of ours; empty for no value. */
    private record Write(Optional<Object> value, Set<Optional<Object>> replaced, long at) {}

    LastSeen(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** What it had; nothing where nobody has looked yet. */
    Map<String, Object> settings(String pid) {
        return settings.getOrDefault(pid, Map.of());
    }

    /** The configuration is gone; one that comes later has nothing to do with it. */
    void forget(String pid) {
        settings.remove(pid);
        writes.remove(pid);
    }

    void saw(String pid, Map<String, Object> now) {
        settings.put(pid, Map.copyOf(now));
    }

    /** Somebody begins to look or to set: what was set earlier is known to everybody by now. */
    void begin(String pid) {
        long now = nanoTime.getAsLong();
        writes.computeIfAbsent(pid, key -> new HashMap<>())
                .values()
                .removeIf(write -> now - write.at() > SOON.toNanos());
    }

    /** Notes a set of ours. */
    void set(String pid, Map<String, Object> before, Map<String, Object> after) {
        long now = nanoTime.getAsLong();
        saw(pid, after);
        Map<String, Write> ours = writes.computeIfAbsent(pid, key -> new HashMap<>());
        for (String key : changed(before, after)) {
            Optional<Object> value = Optional.ofNullable(after.get(key));
            Write earlier = ours.get(key);
            Set<Optional<Object>> replaced = new HashSet<>(earlier == null ? Set.of() : earlier.replaced());
            replaced.add(Optional.ofNullable(before.get(key)));
            replaced.remove(value);
            ours.put(key, new Write(value, replaced, now));
        }
    }

    /**
     * What somebody else wrote while we were writing: all of ours, and what he has changed. He may not have known of ours, so
     * that nothing is gone because he does not have it.
     */
    Map<String, Object> joined(String pid, Map<String, Object> theirs) {
        Map<String, Object> joined = new LinkedHashMap<>(settings.getOrDefault(pid, theirs));
        theirs.forEach((key, value) -> {
            if (!isReplaced(pid, key, value)) {
                joined.put(key, value);
            }
        });
        return withoutEnds(pid, joined);
    }

    /**
     * What somebody else means whose configuration differs from the settled file. The file counts, but for what only the
     * configuration has changed: FileInstall may have read half of the file, or an earlier one.
     */
    Map<String, Object> meant(String pid, Map<String, Object> file, Map<String, Object> configuration) {
        Map<String, Object> known = settings.get(pid);
        Map<String, Object> meant = new LinkedHashMap<>(file);
        if (known == null) {
            return meant;
        }
        configuration.forEach((key, value) -> {
            if (Objects.equals(file.get(key), known.get(key)) && !isReplaced(pid, key, value)) {
                meant.put(key, value);
            }
        });
        Set<String> gone = new TreeSet<>(file.keySet());
        gone.removeAll(configuration.keySet());
        if (file.equals(known) && gone.size() == 1) {
            meant.keySet().removeAll(gone);
        }
        return meant;
    }

    /**
     * What somebody else wrote. Where hardly anything is left, he has read the file in the moment in which FileInstall had
     * emptied it to write it anew.
     */
    Map<String, Object> whole(String pid, Map<String, Object> theirs) {
        Map<String, Object> known = settings(pid);
        Map<String, Object> whole = new LinkedHashMap<>(theirs);
        Map<String, Object> gone = new HashMap<>(known);
        gone.keySet().removeAll(theirs.keySet());
        // whoever takes lines away leaves others as they are
        if (gone.size() > 1
                && gone.size() >= known.size() - 1
                && Collections.disjoint(theirs.entrySet(), known.entrySet())) {
            whole.putAll(gone);
        }
        return withoutEnds(pid, whole);
    }

    /** Settings that we have set and somebody else, who changed another one, has put back: he had not read ours. */
    Set<String> undone(String pid, Map<String, Object> theirs) {
        Set<String> changed = changed(settings.getOrDefault(pid, theirs), theirs);
        Set<String> undone = new TreeSet<>(changed);
        undone.removeIf(key -> !isReplaced(pid, key, theirs.get(key)));
        return undone.size() < changed.size() ? undone : Set.of();
    }

    private boolean isReplaced(String pid, String key, Object value) {
        Write write = writes.getOrDefault(pid, Map.of()).get(key);
        return write != null && write.replaced().contains(Optional.ofNullable(value));
    }

    /** Keys whose values differ. */
    static Set<String> changed(Map<String, Object> before, Map<String, Object> after) {
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        keys.removeIf(key -> Objects.equals(before.get(key), after.get(key)));
        return keys;
    }

    /** Where two write a file in place at once, the end of the longer one stays behind the shorter one. */
    private Map<String, Object> withoutEnds(String pid, Map<String, Object> theirs) {
        Map<String, Object> known = settings.getOrDefault(pid, theirs);
        theirs.entrySet().removeIf(each -> !known.containsKey(each.getKey()) && isEnd(each, known));
        return theirs;
    }

    private static boolean isEnd(Map.Entry<String, Object> line, Map<String, Object> known) {
        String key = line.getKey();
        String value = line.getValue().toString();
        return (Settings.FILE.endsWith(key) && value.startsWith("file:"))
                || ("file".endsWith(key) && value.startsWith("/"))
                || (key.endsWith(".cfg") && value.isEmpty())
                || known.entrySet().stream()
                        .anyMatch(each -> value.isEmpty()
                                ? each.getValue().toString().endsWith(key)
                                : each.getKey().endsWith(key) && value.equals(each.getValue()));
    }
}
