-- One turn, all or nothing: is the message new, is the version still the expected one, then write.
-- KEYS 1 conversation, 2 log, 3 outbox, 4 due times, 5 that this message was seen
-- ARGV 1 message key, 2 key of the earlier message this answers, 3 expected version, 4 state,
--      5 reply, 6 reminder in ms or empty, 7 openid, 8 log line, 9 cause, 10 group, 11 consumer,
--      12 replies kept, 13 log lines kept, 14 contact: wrote, touched, left or empty,
--      15 sends it allows, 16 until when in ms, 17 whether earlier turns are forgotten, 18 ms the
--      log is kept, 19 ms a message is known, 20.. effects
local conv, log, out, due, seen = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local message, answers, state, reply, reminder, openid =
    ARGV[1], ARGV[2], ARGV[4], ARGV[5], ARGV[6], ARGV[7]

local said = redis.call('HGET', conv, 'm:' .. message)
if said then
    return {'DUP', said}
end
-- Its reply is gone: too late for WeChat to ask again, so somebody replays it.
if redis.call('EXISTS', seen) == 1 then
    return {'DUP', ''}
end
local version = tonumber(redis.call('HGET', conv, 'v') or '0')
if version ~= tonumber(ARGV[3]) then
    return {'CONFLICT', version, redis.call('HGET', conv, 's') or ''}
end

if ARGV[17] == '1' then
    for _, field in ipairs(redis.call('HKEYS', conv)) do
        if string.match(field, '^[mk]:') then
            redis.call('HDEL', conv, field)
        end
    end
    redis.call('DEL', log)
end

version = version + 1
local slot = 'k:' .. version % tonumber(ARGV[12])
local oldest = redis.call('HGET', conv, slot)
if oldest then
    redis.call('HDEL', conv, 'm:' .. oldest)
end
redis.call('HSET', conv, 'v', version, 's', state, slot, message, 'm:' .. message, reply)
if answers ~= '' and redis.call('HEXISTS', conv, 'm:' .. answers) == 1 then
    redis.call('HSET', conv, 'm:' .. answers, reply)
end
redis.call('SET', seen, '', 'PX', ARGV[19])
redis.call('XADD', log, 'MAXLEN', '~', ARGV[13], '*', 'v', version, 'line', ARGV[8])
redis.call('PEXPIRE', log, ARGV[18])

if reminder == '' then
    redis.call('ZREM', due, openid)
    redis.call('HDEL', conv, 'd')
else
    redis.call('ZADD', due, reminder, openid)
    redis.call('HSET', conv, 'd', reminder)
end

-- q holds sends left and their end, first those a message allows, then those a tap allows.
local contact, sends, lapse = ARGV[14], ARGV[15], ARGV[16]
if contact == 'left' then
    redis.call('HDEL', conv, 'q')
elseif contact ~= '' then
    local left = redis.call('HGET', conv, 'q') or '0 0 0 0'
    local wrote, touched = string.match(left, '^(%d+ %d+) (%d+ %d+)$')
    local fresh = sends .. ' ' .. lapse
    local both = contact == 'wrote' and {fresh, touched} or {wrote, fresh}
    redis.call('HSET', conv, 'q', both[1] .. ' ' .. both[2])
end

local done = {'DONE', version}
for i = 20, #ARGV do
    done[#done + 1] =
        redis.call('XADD', out, '*', 'conv', openid, 'cause', ARGV[9], 'effect', ARGV[i])
end
if #done > 2 then
    -- Delivers to this node all that is new, which is what was added just now.
    local claimed = redis.pcall('XREADGROUP', 'GROUP', ARGV[10], ARGV[11], 'STREAMS', out, '>')
    if claimed.err then
        redis.call('XGROUP', 'CREATE', out, ARGV[10], '0')
        redis.call('XREADGROUP', 'GROUP', ARGV[10], ARGV[11], 'STREAMS', out, '>')
    end
end
return done
