/** The console on the host's HTTP service: the files of the page, the API servlet, and the security checks of both. */
package io.vsatlink.console.http;
