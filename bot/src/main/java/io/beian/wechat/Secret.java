package io.beian.wechat;

/** A setting nobody may read in a log: it prints as dots. */
public record Secret(String value) {

    @Override
    public String toString() {
        return "••••";
    }
}
