package io.vsatlink.parameters;

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

    /** Somebody sets these settings: the container will tell of it as if they came from nowhere. */
    void announce(Map<SettingDefinition, String> changes, Values inForce) {
        changes.forEach((definition, text) -> {
            if (!isInForce(definition, text, inForce)) {
                announced
                        .computeIfAbsent(definition.key(), key -> new ConcurrentLinkedQueue<>())
                        .add(text);
            }
        });
    }

    /** They were not set after all. */
    void withdraw(Map<SettingDefinition, String> changes) {
        changes.forEach((definition, text) -> queue(definition).remove(text));
    }

    void set(Map<SettingDefinition, String> changes, Values before) {
        changes.forEach((definition, text) -> AuditLog.set(
                pid, definition.key(), definition.shown(before.text(definition.key())), definition.shown(text)));
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
        boolean found = queue.stream()
                .anyMatch(text -> SettingCatalog.isPlaceholder(text) || isInForce(definition, text, after));
        while (found && !queue.isEmpty()) {
            String text = queue.remove();
            if (SettingCatalog.isPlaceholder(text) || isInForce(definition, text, after)) {
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
            String value = text.isEmpty() ? "" : definition.judge(text, values::text);
            return values.text(definition.key()).equals(value.isEmpty() ? definition.defaultValue() : value);
        } catch (BadValueException e) {
            return false;
        }
    }
}
