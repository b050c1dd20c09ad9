/** A simulated WeChat: its server, the API it offers, and the phone a person holds. */
@NullMarked
package io.beian.sandbox.wechat;

import org.jspecify.annotations.NullMarked;
