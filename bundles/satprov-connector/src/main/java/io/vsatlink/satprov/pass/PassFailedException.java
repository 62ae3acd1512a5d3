package io.vsatlink.satprov.pass;

import io.vsatlink.remote.VendorException;
import java.util.Optional;

/** A pass can't go on. The message is the beginning of the poll's Reason. */
public final class PassFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    PassFailedException(String message) {
        super(message);
    }

    PassFailedException(String message, VendorException failure) {
        super(message, failure);
    }

    /** What the vendor did, where that is what ended it. */
    public Optional<VendorException> failure() {
        return Optional.ofNullable((VendorException) getCause());
    }
}
