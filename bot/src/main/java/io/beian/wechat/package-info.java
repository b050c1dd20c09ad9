/**
 * The WeChat edge: what the official account sends us is checked and read here, and what we say to
 * WeChat leaves here. The only place of WxJava.
 */
@NullMarked
package io.beian.wechat;

import org.jspecify.annotations.NullMarked;
