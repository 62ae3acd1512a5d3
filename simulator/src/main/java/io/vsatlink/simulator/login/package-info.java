/** You are here: what a login leaves behind. {@link io.vsatlink.simulator.login.Tokens} are good for a while. */
package io.vsatlink.simulator.login;
