-- Moves an entry to the stream of those that were given up, which forgets what is too old.
-- KEYS 1 outbox, 2 dead stream
-- ARGV 1 group, 2 entry, 3 entries kept, 4 ms they are kept
local found = redis.call('XRANGE', KEYS[1], ARGV[2], ARGV[2])[1]
if found then
    local time = redis.call('TIME')
    local oldest = time[1] * 1000 - tonumber(ARGV[4])
    redis.call('XADD', KEYS[2], 'MAXLEN', '~', ARGV[3], '*', 'entry', ARGV[2], unpack(found[2]))
    redis.call('XTRIM', KEYS[2], 'MINID', string.format('%d', oldest))
    redis.call('PEXPIRE', KEYS[2], ARGV[4])
end
redis.call('XACK', KEYS[1], ARGV[1], ARGV[2])
return {redis.call('XDEL', KEYS[1], ARGV[2])}
