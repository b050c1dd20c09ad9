-- Changes the permissions to send notices, once for each event that tells of it. After
-- marks.lua.
-- KEYS 1 conversation
-- ARGV 1 name of the event or, if a send is taken back, of the message; 2 begin or undo,
--      3 names kept, 4.. template and change: add, clear
local conv, name = KEYS[1], ARGV[1]
if ARGV[2] == 'undo' then
    if not forget(conv, name) then
        return {0}
    end
elseif redis.call('HEXISTS', conv, 'b:' .. name) == 1 then
    return {0}
else
    mark(conv, name, ARGV[3])
end
for i = 4, #ARGV, 2 do
    if ARGV[i + 1] == 'add' then
        redis.call('HINCRBY', conv, 'p:' .. ARGV[i], 1)
    elseif ARGV[i + 1] == 'clear' then
        redis.call('HDEL', conv, 'p:' .. ARGV[i])
    end
end
return {1}
