-- Writes an effect outside a turn and parks it, for whichever node looks next.
-- KEYS 1 outbox
-- ARGV 1 group, 2 consumer it is parked at, 3 openid, 4 effect, 5 idle time it gets
local out = KEYS[1]
local id = redis.call('XADD', out, '*', 'conv', ARGV[3], 'cause', '', 'effect', ARGV[4])
local claimed = redis.pcall('XREADGROUP', 'GROUP', ARGV[1], ARGV[2], 'STREAMS', out, '>')
if claimed.err then
    redis.call('XGROUP', 'CREATE', out, ARGV[1], '0')
    redis.call('XREADGROUP', 'GROUP', ARGV[1], ARGV[2], 'STREAMS', out, '>')
end
redis.call('XCLAIM', out, ARGV[1], ARGV[2], 0, id, 'IDLE', ARGV[5], 'RETRYCOUNT', 0, 'JUSTID')
return {id}
