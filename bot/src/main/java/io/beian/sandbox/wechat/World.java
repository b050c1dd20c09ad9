package io.beian.sandbox.wechat;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** The simulated WeChat's time and chance; one type of its own, so that no bean is mistaken. */
record World(InstantSource clock, RandomGenerator random) {}
