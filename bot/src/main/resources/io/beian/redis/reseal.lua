-- Puts a field of a hash in its new seal, unless it was changed meanwhile.
-- KEYS 1 hash
-- ARGV 1 field, 2 as it was, 3 as it shall be
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then
    return {0}
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return {1}
