/** The application: starts everything and wires the rooms together. */
@NullMarked
package io.beian;

import org.jspecify.annotations.NullMarked;
