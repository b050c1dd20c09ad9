package io.beian.redis;

/**
 * The names of everything stored. A conversation and the streams of its shard share a hash tag, so
 * that one script may touch them all on a cluster too.
 */
public record Keys(int shards) {

    /** Matches every conversation, for whoever reads them all. */
    public static final String CONVERSATIONS = "conv:*";

    /** {@link String#hashCode} is specified, so every node and every release agrees. */
    public int shardOf(String openid) {
        return Math.floorMod(openid.hashCode(), shards);
    }

    public String conversation(String openid) {
        return "conv:{" + shardOf(openid) + "}:" + openid;
    }

    /** Whose conversation it is that has this name. */
    public static String openidOf(String conversation) {
        return conversation.substring(conversation.indexOf("}:") + 2);
    }

    public String log(String openid) {
        return "log:{" + shardOf(openid) + "}:" + openid;
    }

    /** Marks a message of this person as taken; others may have one of the same key. */
    public String seen(String openid, String messageKey) {
        return "seen:{" + shardOf(openid) + "}:" + openid + ":" + messageKey;
    }

    public String out(int shard) {
        return "out:{" + shard + "}";
    }

    public String due(int shard) {
        return "due:{" + shard + "}";
    }

    /** Effects that were given up. */
    public String dead(int shard) {
        return "dead:{" + shard + "}";
    }
}
