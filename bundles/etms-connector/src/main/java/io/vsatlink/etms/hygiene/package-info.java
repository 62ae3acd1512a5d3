/**
 * Decides, right before a request is sent, whether it is worth a call.
 *
 * <ol>
 *   <li>A backend that has claimed a request asks {@link io.vsatlink.etms.hygiene.Hygiene}, which knows the
 *       {@link io.vsatlink.etms.hygiene.HygieneRules} in force and has no other memory than the database, so it may be asked in any
 *       container.
 *   <li>The answer is a {@link io.vsatlink.etms.hygiene.Decision}, with a sentence that the backend stores with the request.
 *   <li>A request that waits stays in the outbox, and is decided again when its time has come, when another request for its ticket is
 *       accepted, or when the rules change.
 * </ol>
 */
package io.vsatlink.etms.hygiene;
