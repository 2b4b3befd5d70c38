/** Results into something to read: the console, the receipt. Pure formatting. */
package io.github.aquaspec.report;
