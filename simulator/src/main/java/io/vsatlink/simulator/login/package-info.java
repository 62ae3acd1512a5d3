/** The result of a login: {@link io.vsatlink.simulator.login.Tokens} that are valid for a limited time. */
package io.vsatlink.simulator.login;
