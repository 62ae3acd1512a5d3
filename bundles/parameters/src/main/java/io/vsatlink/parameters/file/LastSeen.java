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
 * The last known settings of each configuration, and the values that our own changes have replaced. Other programs read
 * the file and write all of it a moment later; the difference from this state shows which values they intended. Not
 * thread-safe.
 */
final class LastSeen {
    /**
     * A program that writes within this time after one of our changes, and restores the replaced value, has read the
     * file before the change.
     */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final LongSupplier nanoTime;
    private final Map<String, Map<String, Object>> settings = new HashMap<>();
    private final Map<String, Map<String, Write>> writes = new HashMap<>();

    /** A value that we changed, or somebody else after us, and those before it; empty for no value. */
    private record Write(Optional<Object> value, Set<Optional<Object>> replaced, long at) {

        Write then(Optional<Object> next, long at) {
            Set<Optional<Object>> all = new HashSet<>(replaced);
            all.add(value);
            all.remove(next);
            return new Write(next, all, at);
        }
    }

    LastSeen(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Returns the last known settings; empty if there are none. */
    Map<String, Object> settings(String pid) {
        return settings.getOrDefault(pid, Map.of());
    }

    /** Forgets a removed configuration; a later one with the same PID is unrelated. */
    void forget(String pid) {
        settings.remove(pid);
        writes.remove(pid);
    }

    /**
     * Records the settings as they are now. If another program has replaced a value of ours, whoever delivers our value
     * a moment later has read it before that.
     */
    void saw(String pid, Map<String, Object> now) {
        settings.put(pid, Map.copyOf(now));
        long at = nanoTime.getAsLong();
        writes.computeIfAbsent(pid, key -> new HashMap<>()).replaceAll((key, write) -> {
            Optional<Object> value = Optional.ofNullable(now.get(key));
            return write.value().equals(value) ? write : write.then(value, at);
        });
    }

    /** Starts a look or a change: changes that are older than {@link #SOON} are known to every writer by now. */
    void begin(String pid) {
        long now = nanoTime.getAsLong();
        writes.computeIfAbsent(pid, key -> new HashMap<>())
                .values()
                .removeIf(write -> now - write.at() > SOON.toNanos());
    }

    /** Records one of our changes. */
    void set(String pid, Map<String, Object> before, Map<String, Object> after) {
        long now = nanoTime.getAsLong();
        saw(pid, after);
        Map<String, Write> ours = writes.computeIfAbsent(pid, key -> new HashMap<>());
        for (String key : changed(before, after)) {
            Write first = new Write(Optional.ofNullable(before.get(key)), Set.of(), now);
            ours.put(key, ours.getOrDefault(key, first).then(Optional.ofNullable(after.get(key)), now));
        }
    }

    /**
     * Returns the settings after another program wrote during our change: our settings, plus the values that the
     * program has changed. The program may not know our settings, so a setting that it lacks is not removed.
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
     * Returns the settings that another program intended, if the configuration differs from the settled file. The file
     * takes precedence, except for values that only the configuration has changed: FileInstall may have read half of
     * the file, or an earlier version.
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
     * Returns the settings that another program wrote. If hardly any are left, the program has read the file while
     * FileInstall had emptied it to rewrite it.
     */
    Map<String, Object> whole(String pid, Map<String, Object> theirs) {
        Map<String, Object> known = settings(pid);
        Map<String, Object> whole = new LinkedHashMap<>(theirs);
        Map<String, Object> gone = new HashMap<>(known);
        gone.keySet().removeAll(theirs.keySet());
        // a program that removes lines on purpose leaves the other lines as they are
        if (gone.size() > 1
                && gone.size() >= known.size() - 1
                && Collections.disjoint(theirs.entrySet(), known.entrySet())) {
            whole.putAll(gone);
        }
        return withoutEnds(pid, whole);
    }

    /**
     * Returns settings of ours that another program has reset while it changed a different one: it had not read our
     * value.
     */
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

    /** Returns the keys whose values differ. */
    static Set<String> changed(Map<String, Object> before, Map<String, Object> after) {
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        keys.removeIf(key -> Objects.equals(before.get(key), after.get(key)));
        return keys;
    }

    /**
     * Removes fragments: if two programs write a file in place at the same time, the end of the longer content remains
     * after the shorter one.
     */
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
