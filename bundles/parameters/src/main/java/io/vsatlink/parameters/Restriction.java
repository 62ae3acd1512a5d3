package io.vsatlink.parameters;

import java.util.function.Predicate;

/**
 * What an installation allows of what a setting's kind accepts.
 *
 * @param accepts judges a value in its normal form; touches no file
 * @param words what it adds to "allowed is ...", with the comma or space in front
 */
public record Restriction(Predicate<String> accepts, String words) {
    public static final Restriction NONE = new Restriction(value -> true, "");
}
