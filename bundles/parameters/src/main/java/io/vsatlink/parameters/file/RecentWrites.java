package io.vsatlink.parameters.file;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * The values that we replaced a short time ago. Whoever brings one of them back has most likely read before our write and
 * written after it, and means another setting. Not thread-safe.
 */
final class RecentWrites {
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]+");

    private final LongSupplier nanoTime;
    private final Map<String, Map<String, Write>> byPid = new HashMap<>();
    private final Map<String, State> states = new HashMap<>();

    /** All that a PID had when we last had written or looked. */
    private record State(Map<String, Object> settings, long at) {}

    /** @param replaced former values and when they were replaced; empty for no value */
    private record Write(Optional<Object> value, Map<Optional<Object>, Long> replaced, long at) {}

    RecentWrites(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Notes what a write of ours changed. */
    void note(String pid, Map<String, Object> before, Map<String, Object> after) {
        long now = nanoTime.getAsLong();
        settled(pid, after);
        Map<String, Write> writes = byPid.computeIfAbsent(pid, key -> new HashMap<>());
        writes.values().removeIf(write -> !within(REMEMBERED, write.at(), now));
        TreeSet<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            Optional<Object> old = Optional.ofNullable(before.get(key));
            Optional<Object> value = Optional.ofNullable(after.get(key));
            if (!old.equals(value)) {
                Map<Optional<Object>, Long> replaced = new LinkedHashMap<>();
                if (writes.containsKey(key)) {
                    replaced.putAll(writes.get(key).replaced());
                    replaced.values().removeIf(at -> !within(REMEMBERED, at, now));
                }
                replaced.put(old, now);
                replaced.remove(value);
                writes.put(key, new Write(value, replaced, now));
            }
        }
    }

    /** Notes that these are its settings now, and that nobody doubts them. */
    void settled(String pid, Map<String, Object> settings) {
        states.put(pid, new State(Map.copyOf(settings), nanoTime.getAsLong()));
    }

    /** What somebody else wrote, with our writes of the last ten seconds again where he undid them. */
    Map<String, Object> kept(String pid, Map<String, Object> theirs) {
        return kept(pid, theirs, REMEMBERED, nanoTime.getAsLong());
    }

    private Map<String, Object> kept(String pid, Map<String, Object> theirs, Duration time, long heard) {
        Map<String, Object> kept = new LinkedHashMap<>(theirs);
        byPid.getOrDefault(pid, Map.of()).forEach((key, write) -> {
            Long at = write.replaced().get(Optional.ofNullable(theirs.get(key)));
            if (at != null && within(time, at, heard)) {
                Settings.put(kept, key, write.value().orElse(null));
            }
        });
        return kept;
    }

    /**
     * What a writer wrote who reads and writes the file in place, with our writes put back where he undid them within this
     * time. Several settings that are gone at once, and keys that are none, come from half a file, which FileInstall was
     * just writing.
     *
     * @param heard when he wrote, in nanoseconds of the clock
     */
    Map<String, Object> whole(String pid, Map<String, Object> theirs, Duration time, long heard) {
        State state = states.get(pid);
        if (state == null || !within(time, state.at(), heard)) {
            return unbroken(pid, theirs);
        }
        Map<String, Object> whole = unbroken(pid, kept(pid, theirs, time, heard));
        whole.keySet().removeIf(key -> !KEY.matcher(key).matches());
        Map<String, Object> gone = new HashMap<>(state.settings());
        gone.keySet().removeAll(theirs.keySet());
        if (gone.size() > 1) {
            whole.putAll(gone);
        }
        return whole;
    }

    /**
     * What somebody read, without the ends of lines that are there already: where two write a file in place at once, the end
     * of the longer one stays behind the shorter one.
     */
    Map<String, Object> unbroken(String pid, Map<String, Object> theirs) {
        State state = states.get(pid);
        if (state == null) {
            return theirs;
        }
        Map<String, Object> unbroken = new LinkedHashMap<>(theirs);
        unbroken.entrySet().removeIf(each -> isEnd(each.getKey(), each.getValue(), state.settings()));
        return unbroken;
    }

    private static boolean isEnd(String key, Object value, Map<String, Object> known) {
        if (known.containsKey(key)) {
            return false;
        }
        return (Settings.FILE.endsWith(key) && value.toString().startsWith("file:"))
                || known.entrySet().stream()
                        .anyMatch(line -> value.equals("")
                                ? line.getValue().toString().endsWith(key)
                                : line.getKey().endsWith(key) && line.getValue().equals(value));
    }

    /** Forgets a write whose setting somebody else has given a value of his own. */
    void yieldTo(String pid, Map<String, Object> theirs) {
        byPid.getOrDefault(pid, Map.of())
                .entrySet()
                .removeIf(each -> !Objects.equals(
                        theirs.get(each.getKey()), each.getValue().value().orElse(null)));
    }

    private static boolean within(Duration time, long then, long now) {
        return now - then <= time.toNanos();
    }
}
