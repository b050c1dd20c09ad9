/** The order and all that is kept of a person, as pages on the phone and as PDF. */
@NullMarked
package io.beian.preview;

import org.jspecify.annotations.NullMarked;
