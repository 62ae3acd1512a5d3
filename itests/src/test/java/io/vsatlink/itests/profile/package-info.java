/** The effects of an operator's vendor profile, and of mistakes in it. */
package io.vsatlink.itests.profile;
