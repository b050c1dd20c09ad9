/** The connection to Redis, the server started when none is given, key names and Lua scripts. */
@NullMarked
package io.beian.redis;

import org.jspecify.annotations.NullMarked;
