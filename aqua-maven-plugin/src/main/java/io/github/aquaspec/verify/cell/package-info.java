/** What stands in single cells: looked at as the bytes of a CSV go by, in bounded memory. */
package io.github.aquaspec.verify.cell;
