/**
 * How a vendor is spoken to. You are here: floor 1, below the connectors.
 *
 * <ol>
 *   <li>A {@link io.vsatlink.remote.profile.VendorProfile} tells paths, headers and the places of things in JSON.
 *   <li>{@link io.vsatlink.remote.VendorClient} takes it with an {@link io.vsatlink.remote.Endpoint} and
 *       {@link io.vsatlink.remote.Credentials}.
 *   <li>{@code Session} keeps the token: one login for all who wait for it, and none after a refusal.
 *   <li>{@code http} sends the call, watches the deadline and counts the bytes; all it throws says whether it may pass.
 *   <li>{@code json} walks the envelope and hands over each row as its bytes arrive.
 *   <li>{@code Wording} turns what failed into one of the four {@link io.vsatlink.remote.VendorException}s.
 *   <li>{@code pace} decides when a call is made, whether again, and what follows from a failure.
 * </ol>
 */
@Export
@Version("0.1.0")
package io.vsatlink.remote;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
