/** The platform's ticketing, told by events or over HTTP. */
package io.vsatlink.etms.ticketing;
