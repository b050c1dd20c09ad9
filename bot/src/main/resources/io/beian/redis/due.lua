-- Claims conversations whose reminder is due: moves them forward, so that no other node takes them.
-- KEYS 1 due times
-- ARGV 1 now, 2 when the claim ends, 3 how many
local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[3])
for _, openid in ipairs(due) do
    redis.call('ZADD', KEYS[1], 'XX', ARGV[2], openid)
end
return due
