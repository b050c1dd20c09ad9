package io.beian.form;

/** Reads an answer for one question, given what else is known. */
@FunctionalInterface
public interface Parser {

    Parsed parse(Answer answer, Scope scope);
}
