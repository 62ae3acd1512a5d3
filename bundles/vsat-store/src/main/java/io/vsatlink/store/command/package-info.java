/** The shell commands of the scope {@code vsat} that read, or copy, the VSAT database. */
package io.vsatlink.store.command;
