/** Conversations as tests: reads {@code .talk} files and plays them on a stage. */
@NullMarked
package io.beian.talk;

import org.jspecify.annotations.NullMarked;
