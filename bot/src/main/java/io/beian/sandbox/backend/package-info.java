/** A filing backend to try the bot with: keeps the contract, its data survive a restart. */
@NullMarked
package io.beian.sandbox.backend;

import org.jspecify.annotations.NullMarked;
