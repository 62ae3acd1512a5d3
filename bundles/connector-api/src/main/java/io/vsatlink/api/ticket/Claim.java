/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

/**
 * The right to send one request.
 *
 * @param entry the request as it was before this claim; {@code attempts} counts this one
 * @param fence the claim's number, greater than that of any earlier claim of this request. An outcome with another one
 *     is refused
 */
public record Claim(OutboxEntry entry, long fence) {}
