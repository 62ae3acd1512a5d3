/** What an operator's vendor profile changes, and what a mistake in it does not. */
package io.vsatlink.itests.profile;
