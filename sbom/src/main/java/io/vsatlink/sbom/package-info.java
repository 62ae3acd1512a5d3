/**
 * The list of what the assembly consists of, for a scanner that looks for known vulnerabilities.
 *
 * <ol>
 *   <li>{@link io.vsatlink.sbom.AssemblyBom} begins with the list that CycloneDX's Maven plugin makes of our archive: that
 *       one knows what lies inside our own bundles.
 *   <li>It adds each jar of the assembly's folders. Karaf resolves them from its features, so no Maven project has them among
 *       its dependencies and no plugin finds them.
 *   <li>{@link io.vsatlink.sbom.Jar} says what a jar is, and which others were copied into it: Log4j is a part of the
 *       logging, and a list without it would miss the most famous vulnerability of all.
 * </ol>
 */
package io.vsatlink.sbom;
