-- Takes one permission to send a notice and notes that the message was begun.
-- KEYS 1 conversation
-- ARGV 1 template, 2 name of the message, 3 names kept
local conv, name = KEYS[1], ARGV[2]
if redis.call('HEXISTS', conv, 'b:' .. name) == 1 then
    return {'BEGUN_BEFORE'}
end
local permissions = tonumber(redis.call('HGET', conv, 'p:' .. ARGV[1]) or '0')
if permissions < 1 then
    return {'NONE'}
end
redis.call('HINCRBY', conv, 'p:' .. ARGV[1], -1)
local slot = 'bk:' .. redis.call('HINCRBY', conv, 'bn', 1) % tonumber(ARGV[3])
local oldest = redis.call('HGET', conv, slot)
if oldest then
    redis.call('HDEL', conv, 'b:' .. oldest)
end
redis.call('HSET', conv, slot, name, 'b:' .. name, slot)
return {'OK'}
