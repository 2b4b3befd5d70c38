/** Where a thing stands: the text of a file, a span in it, and the path of a value in a manifest. */
package io.github.aquaspec.spec.source;
