/** The Maven goals: read parameters, call one thing, translate one result. The only user of org.apache.maven. */
package io.github.aquaspec.goal;
