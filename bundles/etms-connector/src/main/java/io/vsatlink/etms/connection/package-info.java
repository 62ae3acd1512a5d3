/** The way to ETMS: who we are there, whether we may call, and the calls. */
package io.vsatlink.etms.connection;
