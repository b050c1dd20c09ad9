/** Value types of a filing: check digits, normalisation, mask. */
@NullMarked
package io.beian.value;

import org.jspecify.annotations.NullMarked;
