/** The connection to ETMS: the login rules, the calls and their results. */
package io.vsatlink.etms.connection;
