-- Changes the permissions to send notices, once for each event that tells of it.
-- KEYS 1 conversation
-- ARGV 1 name of the event or, if a send is taken back, of the message; 2 begin or undo,
--      3 names kept, 4.. template and change: add, clear
local conv, name = KEYS[1], ARGV[1]
if ARGV[2] == 'undo' then
    local mark = redis.call('HGET', conv, 'b:' .. name)
    if not mark then
        return {0}
    end
    redis.call('HDEL', conv, string.match(mark, '^%S+'), 'b:' .. name)
else
    if redis.call('HEXISTS', conv, 'b:' .. name) == 1 then
        return {0}
    end
    local slot = 'bk:' .. redis.call('HINCRBY', conv, 'bn', 1) % tonumber(ARGV[3])
    local oldest = redis.call('HGET', conv, slot)
    if oldest then
        redis.call('HDEL', conv, 'b:' .. oldest)
    end
    redis.call('HSET', conv, slot, name, 'b:' .. name, slot)
end
for i = 4, #ARGV, 2 do
    if ARGV[i + 1] == 'add' then
        redis.call('HINCRBY', conv, 'p:' .. ARGV[i], 1)
    elseif ARGV[i + 1] == 'clear' then
        redis.call('HDEL', conv, 'p:' .. ARGV[i])
    end
end
return {1}
