/** The shell commands of the scope {@code satprov}: each calls one method of an element and prints the result. */
package io.vsatlink.satprov.command;
