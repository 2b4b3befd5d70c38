package io.github.aquaspec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the threat model calls shown is shown: each test and build that it names is there. */
class SecurityPageTest {

    private static final Page PAGE = Page.of("docs/security.md");

    @Test
    void everythingThatItNames_isThere() {
        assertThat(PAGE.named(NamedOnPage.TEST)).hasSizeGreaterThan(15);
        assertThat(PAGE.named(NamedOnPage.BUILD)).isNotEmpty();
        assertThat(NamedOnPage.missing(PAGE)).isEmpty();
    }
}
