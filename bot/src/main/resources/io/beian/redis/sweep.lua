-- Forgets consumers of nodes that are gone and own nothing any more.
-- KEYS 1 outbox
-- ARGV 1 group, 2 idle time after which a node is gone for good
local consumers = redis.pcall('XINFO', 'CONSUMERS', KEYS[1], ARGV[1])
if consumers.err then
    return {}
end
local gone = {}
for _, consumer in ipairs(consumers) do
    local about = {}
    for i = 1, #consumer, 2 do
        about[consumer[i]] = consumer[i + 1]
    end
    if about.pending == 0 and about.idle >= tonumber(ARGV[2]) then
        redis.call('XGROUP', 'DELCONSUMER', KEYS[1], ARGV[1], about.name)
        gone[#gone + 1] = about.name
    end
end
return gone
