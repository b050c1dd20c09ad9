-- Moves an entry to the stream of those that were given up.
-- KEYS 1 outbox, 2 dead stream
-- ARGV 1 group, 2 entry, 3 entries kept
local found = redis.call('XRANGE', KEYS[1], ARGV[2], ARGV[2])[1]
if found then
    redis.call('XADD', KEYS[2], 'MAXLEN', '~', ARGV[3], '*', 'entry', ARGV[2], unpack(found[2]))
end
redis.call('XACK', KEYS[1], ARGV[1], ARGV[2])
return {redis.call('XDEL', KEYS[1], ARGV[2])}
