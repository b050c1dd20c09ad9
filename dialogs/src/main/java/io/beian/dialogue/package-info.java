/** One turn of a conversation, decided by a pure function. */
@NullMarked
package io.beian.dialogue;

import org.jspecify.annotations.NullMarked;
