/**
 * The web console: shows and changes elements in a browser.
 *
 * <ol>
 *   <li>The host's HTTP service finds the servlets through the whiteboard ({@link
 *       io.vsatlink.console.http.ConsoleContext}), at {@code /vsatlink}.
 *   <li>The browser loads the page, which is a few static files ({@link io.vsatlink.console.http.PageServlet}). The
 *       page requests all data from the API.
 *   <li>A person logs in ({@link io.vsatlink.console.login.Login}). The host's JAAS realm authenticates them and the
 *       host's file of roles defines their permissions, both through {@link io.vsatlink.access.HostAccess}. A session
 *       lasts until the person logs out, does not use it for a while or is changed in the host, or until an
 *       administrator ends it ({@link io.vsatlink.console.management.ConsoleManagement}).
 *   <li>Each call passes {@link io.vsatlink.console.http.ApiServlet}, which refuses changes that do not come from a
 *       page of the console. The call is executed in the person's name, so that the audit log contains it. No thread
 *       waits for a client that sends or reads slowly ({@link io.vsatlink.access.http.Exchange}).
 *   <li>The package {@code view} creates the answers from the ports: {@link io.vsatlink.parameters.ParameterPage} for
 *       settings, readings and operations, {@link io.vsatlink.api.store.Snapshot} for rows. Neither this bundle nor the
 *       page contains the name, default or limit of a parameter.
 * </ol>
 */
package io.vsatlink.console;
