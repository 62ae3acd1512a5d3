/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

/** What every implementation of the ticket ports passes, starting from an empty store for each test. */
public abstract class TicketStoreContract
        implements MirrorContract, OutboxContract, PostponedContract, OutboxQueriesContract {}
