/** What stateful AQuA remembers of a partner and a project: which queries ran, and up to which moment. */
package io.github.aquaspec.emulator.session;
