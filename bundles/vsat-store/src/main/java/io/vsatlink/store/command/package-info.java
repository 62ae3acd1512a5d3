/** The shell commands of the scope {@code vsat} that read the VSAT database. */
package io.vsatlink.store.command;
