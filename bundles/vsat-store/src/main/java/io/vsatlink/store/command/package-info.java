/** The shell commands of the scope {@code vsat} that read the VSAT database, copy it, or remove from it what nobody needs. */
package io.vsatlink.store.command;
