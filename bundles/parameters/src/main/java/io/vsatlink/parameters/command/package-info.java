/** The shell commands that look at all elements at once. */
package io.vsatlink.parameters.command;
