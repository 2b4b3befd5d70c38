/** The wire: routes, credentials, headers, bodies. */
package io.github.aquaspec.emulator.http;
