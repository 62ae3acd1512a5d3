/**
 * HTTP/1.1 over sockets, plain or TLS. An implementation of its own, because a misbehaving vendor must be able to send
 * what a correct server does not: a wrong Content-Length, a truncated body, or nothing at all.
 *
 * <ol>
 *   <li>{@link io.vsatlink.simulator.wire.SocketServer} accepts connections and runs each on a pooled thread.
 *   <li>{@link io.vsatlink.simulator.wire.Connection} reads a {@link io.vsatlink.simulator.wire.Request}, gets a {@link
 *       io.vsatlink.simulator.wire.Reply} from the {@link io.vsatlink.simulator.wire.Site} and writes it. A reply that
 *       must wait is scheduled with a timer and occupies no thread.
 *   <li>{@link io.vsatlink.simulator.wire.ChunkedOutput} and {@link io.vsatlink.simulator.wire.Drip} write bodies.
 * </ol>
 */
package io.vsatlink.simulator.wire;
