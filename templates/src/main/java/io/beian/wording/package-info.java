/** A sentence for every question, hint, refusal and reply. */
@NullMarked
package io.beian.wording;

import org.jspecify.annotations.NullMarked;
