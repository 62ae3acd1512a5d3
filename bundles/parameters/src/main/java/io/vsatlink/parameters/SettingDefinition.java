/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A setting as its element defines it.
 *
 * @param key the name in configurations, for instance {@code circuits.interval}
 * @param description one sentence for people
 * @param defaultValue the value where the configuration has none; empty for none
 * @param limits how its text is judged
 * @param restriction what this installation allows of that
 */
public record SettingDefinition(
        String key, String description, String defaultValue, Setting limits, Restriction restriction) {
    /** What stands in the place of a secret that is set. */
    public static final String MASK = "********";

    public Kind kind() {
        return limits.value();
    }

    public boolean secret() {
        return kind() == Kind.SECRET;
    }

    /** Whether a change of it could lead stored secrets somewhere else. */
    boolean leadsSecrets() {
        return kind().leadsSecrets() || limits.leadsSecrets();
    }

    /** The name of the MBean attribute: the last part of the key, with a capital. */
    public String attribute() {
        String last = key.substring(key.lastIndexOf('.') + 1);
        return last.substring(0, 1).toUpperCase(Locale.ROOT) + last.substring(1);
    }

    /** The row it belongs to: the part of the key before the dot, "" for a setting of the element itself. */
    public String row() {
        return key.substring(0, Math.max(0, key.lastIndexOf('.')));
    }

    /** What is allowed, to follow "allowed is". */
    public String allowed() {
        return kind().allowed(limits) + restriction.words();
    }

    /** The value as it may be shown. */
    public String shown(String value) {
        return secret() && value != null && !value.isEmpty() ? MASK : value;
    }

    /**
     * The normal form of a text. Empty is accepted where the setting has no default to fall back to.
     *
     * @param others the element's other settings by key, for the rules that need a second one
     * @throws BadValueException with the one sentence that every route shows
     */
    public String judge(String text, UnaryOperator<String> others) throws BadValueException {
        String accepted = accept(text, others);
        object(accepted);
        return accepted;
    }

    /** {@link #judge} without what this installation restricts. */
    String accept(String text, UnaryOperator<String> others) throws BadValueException {
        String plain = secret() ? text : text.strip();
        if (plain.isEmpty()) {
            if (mayBeEmpty()) {
                return plain;
            }
            throw refused(plain);
        }
        String accepted = kind().accept(plain, limits);
        if (accepted == null || !plainHttpAllowed(accepted, others)) {
            throw refused(plain, kind().why(plain));
        }
        return accepted;
    }

    /** @throws BadValueException where this installation restricts what is accepted otherwise */
    void object(String accepted) throws BadValueException {
        Optional<String> objection =
                accepted.isEmpty() ? Optional.empty() : restriction.objection().apply(accepted);
        if (objection.isPresent()) {
            throw refused(accepted, objection.get());
        }
    }

    /** The refusal of a reference to a secret where no administrator wrote it. */
    BadValueException referred() {
        return new BadValueException(key + ": a reference like $[env:NAME] or $[secret:NAME] is resolved only in"
                + " the element's file in etc; set the value itself, or write the reference into that file");
    }

    /** The refusal of a value, as one sentence. */
    BadValueException refused(String value) {
        return refused(value, "");
    }

    private BadValueException refused(String value, String why) {
        String shown = secret() ? "the value" : "\"" + kind().shown(value) + "\"";
        String because = why.isEmpty() ? "" : " (" + why + ")";
        return new BadValueException(key + ": " + shown + " is not accepted" + because + "; allowed is " + allowed());
    }

    private boolean mayBeEmpty() {
        return switch (kind()) {
            case TEXT, SECRET, PATH, CERTIFICATES, FILE_NAME, BUS_ADDRESS, URL -> true;
            default -> false;
        };
    }

    private boolean plainHttpAllowed(String accepted, UnaryOperator<String> others) {
        if ((kind() != Kind.HOST && kind() != Kind.URL) || !accepted.startsWith("http://")) {
            return true;
        }
        String host = URI.create(accepted).getHost();
        boolean loopback = host.equalsIgnoreCase("localhost") || host.matches("127(\\.\\d{1,3}){3}|\\[::1]");
        return loopback
                || "true"
                        .equalsIgnoreCase(
                                String.valueOf(others.apply("allowPlainHttp")).strip());
    }
}
