/** Updates bundles and removes elements during polls, and checks for leftovers. */
package io.vsatlink.itests.update;
