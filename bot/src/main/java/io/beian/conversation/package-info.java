/** One turn: load, decide, commit. Holds the port to where conversations are kept. */
@NullMarked
package io.beian.conversation;

import org.jspecify.annotations.NullMarked;
