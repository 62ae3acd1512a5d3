/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Tells the {@link AuditLog} of an element's settings, each change once, whichever way it came. Thread-safe. */
final class SettingsAudit {
    private final String pid;
    /** What was set through us and is not in force yet, by key, in normal form. */
    private final Map<String, Queue<String>> announced = new ConcurrentHashMap<>();

    SettingsAudit(String pid) {
        this.pid = pid;
    }

    /** Somebody is about to set something. */
    Announcement announcement(Values inForce) {
        return new Announcement(inForce);
    }

    /** What somebody sets: the container will tell of it as if it came from nowhere. */
    final class Announcement {
        private final Values before;
        private Map<SettingDefinition, String> changes = Map.of();

        private Announcement(Values before) {
            this.before = before;
        }

        /** Announces these in the place of what was announced before. */
        void of(Map<SettingDefinition, String> next) {
            withdraw();
            changes = new LinkedHashMap<>(next);
            changes.forEach((definition, text) -> {
                if (!isInForce(definition, text, before)) {
                    announced
                            .computeIfAbsent(definition.key(), key -> new ConcurrentLinkedQueue<>())
                            .add(text);
                }
            });
        }

        /** Each setting that was changed last, with its text. */
        Map<SettingDefinition, String> changes() {
            return changes;
        }

        /** They were not set after all. */
        void withdraw() {
            changes.forEach((definition, text) -> queue(definition).remove(text));
        }

        void log() {
            changes.forEach((definition, text) -> AuditLog.set(
                    pid, definition.key(), definition.shown(before.text(definition.key())), definition.shown(text)));
        }
    }

    void refused(BadValueException refusal) {
        AuditLog.refused(pid, refusal);
    }

    /** A configuration came into force. */
    void applied(List<SettingDefinition> definitions, Values before, Values after) {
        for (SettingDefinition definition : definitions) {
            String key = definition.key();
            if (!before.text(key).equals(after.text(key)) && !wasAnnounced(definition, after)) {
                AuditLog.configured(pid, key, definition.shown(before.text(key)), definition.shown(after.text(key)));
            }
        }
    }

    /** What was announced before it was overtaken. */
    private boolean wasAnnounced(SettingDefinition definition, Values after) {
        Queue<String> queue = queue(definition);
        boolean found = queue.stream().anyMatch(text -> isInForce(definition, text, after));
        while (found && !queue.isEmpty()) {
            String text = queue.remove();
            if (isInForce(definition, text, after)) {
                break;
            }
        }
        return found;
    }

    private Queue<String> queue(SettingDefinition definition) {
        return announced.getOrDefault(definition.key(), new ConcurrentLinkedQueue<>());
    }

    private static boolean isInForce(SettingDefinition definition, String text, Values values) {
        try {
            String value = text.isEmpty() ? "" : definition.accept(text, values::text);
            return values.text(definition.key()).equals(value.isEmpty() ? definition.defaultValue() : value);
        } catch (BadValueException e) {
            return false;
        }
    }
}
