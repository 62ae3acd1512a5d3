/** The platform's ticketing, notified by events or over HTTP. */
package io.vsatlink.etms.ticketing;
