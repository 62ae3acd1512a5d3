/**
 * The shell commands of the scope {@code vsat} that read or copy the VSAT database, or remove data of former elements from it.
 */
package io.vsatlink.store.command;
