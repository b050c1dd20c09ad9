/** The life of an order from its submission to its licence number: states, moves, working days. */
@NullMarked
package io.beian.order;

import org.jspecify.annotations.NullMarked;
