/** The shell commands of the scope {@code satprov}: each calls one method of an element and prints what comes of it. */
package io.vsatlink.satprov.command;
