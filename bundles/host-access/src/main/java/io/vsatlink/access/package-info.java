/**
 * Authenticates callers and checks their permissions: the common access to the host's realm for every user interface on
 * the host's HTTP service.
 *
 * <ol>
 *   <li>A user interface asks {@link io.vsatlink.access.http.HostNames} whether the call is addressed to this host.
 *   <li>It passes name and password to {@link io.vsatlink.access.HostAccess}. Repeated failures have to wait ({@link
 *       io.vsatlink.access.LoginThrottle}), regardless of the user interface. The host's JAAS realm is asked ({@link
 *       io.vsatlink.access.HostLogin}), and each result is a line of the audit log ({@link
 *       io.vsatlink.access.LoginLog}).
 *   <li>The {@link io.vsatlink.access.Person} has the roles that the realm returned. {@link io.vsatlink.access.Roles}
 *       returns their permissions, as defined in the host's file for JMX.
 *   <li>A user interface with sessions checks at each call whether the host's entry of the person is unchanged ({@link
 *       io.vsatlink.access.UserFiles}).
 * </ol>
 *
 * <p>The package {@code http} reads and answers calls without a thread of the host that waits for a slow client.
 */
@Export
@Version("0.1.0")
package io.vsatlink.access;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
