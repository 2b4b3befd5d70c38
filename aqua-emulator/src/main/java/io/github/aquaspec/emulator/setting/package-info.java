/** What can be set about an emulator: its clock, and a choice for each question that Zuora's documentation leaves open. */
package io.github.aquaspec.emulator.setting;
