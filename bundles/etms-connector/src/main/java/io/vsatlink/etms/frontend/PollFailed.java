package io.vsatlink.etms.frontend;

import io.vsatlink.remote.VendorException;
import java.util.Optional;

/** The ticket list can't be taken; the message is the poll's reason. */
final class PollFailed extends Exception {
    private static final long serialVersionUID = 1L;

    PollFailed(String message) {
        super(message);
    }

    PollFailed(String message, VendorException failure) {
        super(message, failure);
    }

    /** What ETMS did, where that is what ended it. */
    Optional<VendorException> failure() {
        return Optional.ofNullable((VendorException) getCause());
    }
}
