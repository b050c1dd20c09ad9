/** Brings messages to people outside the answers to their own. */
@NullMarked
package io.beian.notify;

import org.jspecify.annotations.NullMarked;
