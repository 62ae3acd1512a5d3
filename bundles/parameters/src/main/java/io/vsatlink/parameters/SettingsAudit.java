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

/**
 * Reports the changes of an element's settings to the {@link AuditLog}, each change once, regardless of the route.
 * Thread-safe.
 */
final class SettingsAudit {
    private final String pid;
    /** The values that were set through this process and are not in force yet, by key, in normal form. */
    private final Map<String, Queue<String>> announced = new ConcurrentHashMap<>();

    SettingsAudit(String pid) {
        this.pid = pid;
    }

    /** A person is about to change settings. */
    Announcement announcement(Values inForce) {
        return new Announcement(inForce);
    }

    /** Announces a change by a person. The container reports it later without naming the person. */
    final class Announcement {
        private final Values before;
        private Map<SettingDefinition, String> changes = Map.of();

        private Announcement(Values before) {
            this.before = before;
        }

        /** Announces these changes in place of the earlier announcement. */
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

        /** The settings that were changed last, with their texts. */
        Map<SettingDefinition, String> changes() {
            return changes;
        }

        /** Withdraws the announcement, because the change failed. */
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

    /** Logs announced changes that were overtaken by another change. */
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
