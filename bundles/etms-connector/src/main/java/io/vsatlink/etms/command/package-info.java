/** The shell commands, each on one port. */
package io.vsatlink.etms.command;
