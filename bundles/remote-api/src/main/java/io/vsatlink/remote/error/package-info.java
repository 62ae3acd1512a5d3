/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * From a failed exchange or an error response to a {@link io.vsatlink.remote.failure.VendorException}.
 *
 * <ol>
 *   <li>{@link io.vsatlink.remote.error.Refusal} reads an error response and finds its meaning in the profile, by the
 *       error code first and the HTTP status second. {@code ErrorPage} decides what of a body that is not JSON may be
 *       shown, {@code RetryAfter} and {@link io.vsatlink.remote.error.Seconds} read durations.
 *   <li>{@link io.vsatlink.remote.error.Secrets} masks secrets in every text of the vendor that is quoted.
 *   <li>{@link io.vsatlink.remote.error.Wording} creates the exception with its message.
 * </ol>
 */
package io.vsatlink.remote.error;
