/** Plan, submit, await, download, verify, publish: the only package that knows the order of things. */
package io.github.aquaspec.run;
