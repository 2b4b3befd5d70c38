/** The manifests of a build: found, named, and shared among machines. */
package io.github.aquaspec.run.manifest;
