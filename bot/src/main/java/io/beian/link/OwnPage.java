package io.beian.link;

/**
 * A page that only the person sees whom a link to it was made for. Declared as a bean, it is
 * guarded; what is under {@code /path/token} finds its {@link Links.Link} among the request's
 * attributes and is not reached otherwise.
 *
 * @param path one word
 * @param gone what is told when the link has expired
 * @param other what is told to somebody else
 */
public record OwnPage(String path, String gone, String other) {}
