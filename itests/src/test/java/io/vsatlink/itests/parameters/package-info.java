/** Every documented parameter on every surface. */
package io.vsatlink.itests.parameters;
