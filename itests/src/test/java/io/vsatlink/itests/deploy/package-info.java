/**
 * A platform that runs already, and a guest that comes, is upgraded, downgraded and goes: what the host notices of it,
 * which is nothing, and what is kept, which is everything.
 */
package io.vsatlink.itests.deploy;
