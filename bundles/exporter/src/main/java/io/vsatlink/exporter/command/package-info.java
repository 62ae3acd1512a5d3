/** The shell commands of the scope {@code export}. */
package io.vsatlink.exporter.command;
