/** The only user of HttpClient: one request out, one answer in; retry, and secrets kept out of sight. */
package io.github.aquaspec.http;
