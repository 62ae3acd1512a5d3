/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

/** The request was not delivered; the failure has a sentence of ours. */
final class NotDelivered extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Failure failure;

    NotDelivered(Failure failure) {
        super(failure.reason());
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
