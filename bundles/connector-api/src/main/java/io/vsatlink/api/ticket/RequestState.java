/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

/** Where a request is. */
public enum RequestState {
    /** It will be sent, at once or later. */
    WAITING,
    /** A backend is sending it. */
    CLAIMED,
    /** The platform has it. */
    DELIVERED,
    /** The platform refused it for good; a person decides. Later requests for the same ticket wait behind it. */
    BLOCKED,
    /** A person gave it up, or it was {@linkplain Outbox#takeBack taken back} before it was sent. */
    DISCARDED
}
