/** Signed, short-lived links to the order, its page on the phone and its PDF. */
@NullMarked
package io.beian.preview;

import org.jspecify.annotations.NullMarked;
