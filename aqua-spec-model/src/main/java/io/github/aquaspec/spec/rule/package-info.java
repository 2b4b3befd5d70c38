/** What must hold across a job spec: one class per rule, listed by {@link io.github.aquaspec.spec.rule.Rules}. */
package io.github.aquaspec.spec.rule;
