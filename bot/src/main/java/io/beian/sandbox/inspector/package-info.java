/** Looks into stored conversations on behalf of the inspector. */
@NullMarked
package io.beian.sandbox.inspector;

import org.jspecify.annotations.NullMarked;
