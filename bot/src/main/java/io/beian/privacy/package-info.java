/**
 * Seals what is kept about people, with keys that can be exchanged while the bot runs. Knows
 * nothing of what it seals. The only place of Tink.
 */
@NullMarked
package io.beian.privacy;

import org.jspecify.annotations.NullMarked;
