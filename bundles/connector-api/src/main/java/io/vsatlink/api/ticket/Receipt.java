/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

/**
 * Confirms that a request is stored.
 *
 * @param id the request's number in the outbox
 * @param duplicate whether it already existed; then this is the first one's receipt
 * @param state the request's state
 * @param ticketId the resulting ticket; empty while unknown
 */
public record Receipt(long id, boolean duplicate, RequestState state, String ticketId) {}
