/**
 * YAML and JSON text into one tree with the place of everything in it. The only package that sees SnakeYAML and
 * Jackson.
 */
package io.github.aquaspec.spec.text;
