/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Several containers share a database, and each duty is one container's.
 *
 * <ol>
 *   <li>{@code Membership} records this container, and renews its lease every two seconds by the database's clock.
 *   <li>{@link io.vsatlink.store.duty.JdbcDuties} looks for duties that somebody in this container has applied for; {@code Takeover} takes those
 *       that are free or whose container's lease has expired. {@code Post} has the applicants of one duty.
 *   <li>A transaction that writes for a duty begins with one of {@code DutyFences}: its row must name this run and this
 *       number, and is locked until the transaction ends, so that no one can take the duty meanwhile.
 * </ol>
 *
 * <p>On a database that no one else can reach, every duty is this container's at once; there are no rows, threads or checks.
 */
package io.vsatlink.store.duty;
