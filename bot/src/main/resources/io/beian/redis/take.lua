-- Claims a message and takes one permission to send a notice for it. After marks.lua.
-- KEYS 1 conversation
-- ARGV 1 template, 2 name of the message, 3 names kept, 4 ms after which a claim that did not end
--      may be renewed
-- Returns the verdict, and for OK the mark.
local conv, name = KEYS[1], ARGV[2]

local verdict, claimed = renew(conv, name, ARGV[4])
if verdict then
    return {verdict, claimed}
end
local permissions = tonumber(redis.call('HGET', conv, 'p:' .. ARGV[1]) or '0')
if permissions < 1 then
    return {'NONE'}
end
redis.call('HINCRBY', conv, 'p:' .. ARGV[1], -1)
return {'OK', mark(conv, name, ARGV[3], 'permission')}
