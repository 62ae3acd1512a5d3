/**
 * You are here: the window through which people look at elements and change them, in a browser.
 *
 * <ol>
 *   <li>The host's HTTP service finds our servlets by the whiteboard ({@link io.vsatlink.console.http.ConsoleContext}), at
 *       {@code /vsatlink}.
 *   <li>The browser gets the page, which is a handful of files and the same for everybody ({@link
 *       io.vsatlink.console.http.PageServlet}). All that it shows it asks of the API.
 *   <li>Somebody logs in ({@link io.vsatlink.console.login.Login}): the host's JAAS realm says who they are and the host's file
 *       of roles what they may do, both by way of {@link io.vsatlink.access.HostAccess}. A session lasts until they log out, it
 *       is not used, the host knows them otherwise, or an administrator ends it ({@link
 *       io.vsatlink.console.management.ConsoleManagement}).
 *   <li>Each call passes {@link io.vsatlink.console.http.ApiServlet}, which lets no change through that does not come from a
 *       page of ours, and is answered in the person's name, so that the audit log knows them. No thread waits for a client
 *       that sends or reads slowly ({@link io.vsatlink.access.http.Exchange}).
 *   <li>The answers ({@code view}) come from the ports: {@link io.vsatlink.parameters.ParameterPage} for all that is set,
 *       read and done, {@link io.vsatlink.api.store.Snapshot} for rows. No parameter's name, default or limit stands here or
 *       in the page.
 * </ol>
 */
package io.vsatlink.console;
