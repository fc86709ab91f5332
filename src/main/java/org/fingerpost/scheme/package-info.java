/**
 * What differs from scheme to scheme, as data: areas, sources, words, ages, working days. A sixth scheme is a folder,
 * not code.
 *
 * <p>A scheme folder holds {@code scheme.yaml}, {@code areas.csv}, {@code organisations.csv} and {@code
 * activities.csv}. Folders come from the class path ({@code schemes/<id>/}), from the folder named by {@code
 * fingerpost.schemes.folder}, and from {@link org.fingerpost.scheme.Schemes#addFrom}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "platform")
package org.fingerpost.scheme;
