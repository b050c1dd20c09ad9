/** Takes the sandbox back: one phone, the clock, or everything, while it runs. */
@NullMarked
package io.beian.sandbox.reset;

import org.jspecify.annotations.NullMarked;
