/**
 * What a run of a manifest will do: the request, the window, the place, the settings; and how Zuora writes times and windows.
 * Nothing is asked of Zuora for it.
 */
package io.github.aquaspec.run.plan;
