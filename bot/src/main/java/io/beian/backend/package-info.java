/** The filing backend: the contract with it, its client and what it reports back. */
@NullMarked
package io.beian.backend;

import org.jspecify.annotations.NullMarked;
