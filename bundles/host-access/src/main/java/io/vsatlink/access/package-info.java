/**
 * Who is calling and what they may do: one door to the host's realm for every window on the host's HTTP service.
 *
 * <ol>
 *   <li>A window asks {@link io.vsatlink.access.http.HostNames} whether the call is meant for this host at all.
 *   <li>It hands name and password to {@link io.vsatlink.access.HostAccess}. Whoever guesses waits there ({@link
 *       io.vsatlink.access.LoginThrottle}), whichever window they come by; the host's JAAS realm is asked ({@link
 *       io.vsatlink.access.HostLogin}), and each answer is a line of the audit log ({@link io.vsatlink.access.LoginLog}).
 *   <li>The {@link io.vsatlink.access.Person} has the roles that the realm gave. {@link io.vsatlink.access.Roles} says what
 *       these may do, as the host's file for JMX has it.
 *   <li>A window that remembers a person asks at each call whether the host still knows them as they were ({@link
 *       io.vsatlink.access.UserFiles}).
 * </ol>
 *
 * <p>In {@code http}: how a call is read and answered without a thread of the host waiting for a slow client.
 */
@Export
@Version("0.1.0")
package io.vsatlink.access;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
