/**
 * The shell commands of the scope {@code vsat} that read, copy or move the VSAT database, or remove data of former elements from it.
 */
package io.vsatlink.store.command;
