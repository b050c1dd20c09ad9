/** Everything to try the bot on one machine, without an account: wiring, guards, inspector. */
@NullMarked
package io.beian.sandbox;

import org.jspecify.annotations.NullMarked;
