/** What must hold for the form and the dialogue as a whole, proved by walking and by chance. */
@NullMarked
package io.beian.proof;

import org.jspecify.annotations.NullMarked;
