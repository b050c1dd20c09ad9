-- Claims entries that are to be tried again: parked ones whose pause is over, and those of a node
-- that has not shown up for too long. Looks at a part of the stream from a cursor on.
-- KEYS 1 outbox
-- ARGV 1 group, 2 consumer, 3 cursor, 4 entries looked at, 5 entries taken, 6 idle time after which
--      a node is given up, 7 and 8 the consumers entries are parked at, 9.. pauses by attempt
-- Returns the next cursor, then per entry: id, attempt, age, owner, conversation, cause, effect
local out, group, consumer = KEYS[1], ARGV[1], ARGV[2]
local most, silent = tonumber(ARGV[5]), tonumber(ARGV[6])
local waiting, told = ARGV[7], ARGV[8]

local function patience(owner, attempts)
    if owner ~= waiting and owner ~= told then
        return silent
    end
    return tonumber(ARGV[math.min(8 + attempts, #ARGV)])
end

local time = redis.call('TIME')

-- An entry's id begins with the time it was written.
local function age(id)
    return math.floor(time[1] * 1000 + time[2] / 1000 - tonumber(string.match(id, '^%d+')))
end

local pending = redis.pcall('XPENDING', out, group, ARGV[3], '+', ARGV[4])
if pending.err then
    return {'-'}
end
local result = {#pending < tonumber(ARGV[4]) and '-' or '(' .. pending[#pending][1]}
for _, entry in ipairs(pending) do
    local id, owner, idle, attempts = entry[1], entry[2], entry[3], entry[4]
    if idle >= patience(owner, math.max(attempts, 1)) then
        if #result > most then
            result[1] = id
            break
        end
        local claimed = redis.call('XCLAIM', out, group, consumer, 0, id)[1]
        if claimed then
            local fields = {}
            for i = 1, #claimed[2], 2 do
                fields[claimed[2][i]] = claimed[2][i + 1]
            end
            result[#result + 1] =
                {id, attempts + 1, age(id), owner, fields.conv, fields.cause, fields.effect}
        else
            redis.call('XACK', out, group, id)
        end
    end
end
return result
