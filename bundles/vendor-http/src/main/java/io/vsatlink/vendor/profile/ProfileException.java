package io.vsatlink.vendor.profile;

/** A vendor profile that cannot be used; the message names the file and the place in it. */
public final class ProfileException extends Exception {

    ProfileException(String message) {
        super(message);
    }
}
