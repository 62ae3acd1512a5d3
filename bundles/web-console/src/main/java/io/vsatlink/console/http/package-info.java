/** Our place on the host's HTTP service: the files of the page, the API's door, and what guards both. */
package io.vsatlink.console.http;
