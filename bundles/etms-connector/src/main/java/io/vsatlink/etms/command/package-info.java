/** The shell commands of the connector. */
package io.vsatlink.etms.command;
