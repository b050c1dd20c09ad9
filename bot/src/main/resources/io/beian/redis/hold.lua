-- Moves entries this consumer still owns, or to itself: that says "not given up". The number of
-- attempts stays.
-- KEYS 1 outbox
-- ARGV 1 group, 2 consumer, 3 new owner, 4 idle time they get, 5.. entries
local held = {}
for i = 5, #ARGV do
    local mine = redis.call('XPENDING', KEYS[1], ARGV[1], ARGV[i], ARGV[i], 1, ARGV[2])
    if #mine == 1 then
        redis.call(
            'XCLAIM', KEYS[1], ARGV[1], ARGV[3], 0, ARGV[i], 'IDLE', ARGV[4], 'JUSTID')
        held[#held + 1] = ARGV[i]
    end
end
return held
