import { script } from './link.ts';

/** In milliseconds, by the one clock that all replicas share. */
const clock = `
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
`;

/** Puts a line into the stream, which is cut off behind what nobody can go on from any more, and never grows beyond a bound. */
const append = `
  local function append(stream, name, text, replay)
    redis.call('XADD', stream, 'MINID', '~', string.format('%.0f', now - replay), '*', name, text)
    redis.call('XTRIM', stream, 'MAXLEN', '~', 100000)
    redis.call('PEXPIRE', stream, replay + 60000)
  end
`;

/**
 * Takes an event unless it is known, as `Told` and `Storms` do in one process. It is in the stream, or held with others of
 * a record that was told a moment ago, before this answers: 1 told, 2 held, 0 known.
 * Keys: the stream, when each record is calm again, what is held of each, the delivery, what was told of the record.
 */
export const tell = script(`
  ${clock} ${append}
  local stream, calm, held, delivery, record = unpack(KEYS)
  local name, storm, replay, again, kept, grain, mode, kind, at, event, known = unpack(ARGV)
  if mode == 'delivered' and not redis.call('SET', delivery, 1, 'NX', 'PX', again) then return 0 end
  local told, found, gone = unpack(redis.call('HMGET', record, 'told', 'found', 'gone'))
  told, found, gone = tonumber(told or 0), tonumber(found or 0), tonumber(gone or -1)
  local isNew
  if kind == 'DELETED' then
    local changed = math.max(told, found > 0 and found + grain or 0)
    redis.call('HSET', record, 'gone', string.format('%.0f', math.max(gone, mode == 'delivered' and at or changed)))
    isNew = gone < changed or gone < 0
  elseif mode == 'delivered' then
    redis.call('HSET', record, 'told', string.format('%.0f', math.max(told, at)))
    isNew = found == 0 or found + grain <= tonumber(at)
  else
    local last = math.max(told, found)
    redis.call('HSET', record, 'found', string.format('%.0f', math.max(last, at)))
    isNew = last + grain <= tonumber(at)
    if last > 0 then event = known end
  end
  redis.call('PEXPIRE', record, kept)
  if not isNew then return 0 end
  local outcome = 1
  local busy = tonumber(redis.call('ZSCORE', calm, name) or 0) > now
  local before = redis.call('HGET', held, name)
  if busy or before then
    redis.call('HSET', held, name, before and before .. ',' .. event or event)
    redis.call('ZADD', calm, 'NX', now, name)
    outcome = 2
  else
    redis.call('ZADD', calm, string.format('%.0f', now + storm), name)
    append(stream, 'events', '[' .. event .. ']', replay)
  end
  redis.call('PEXPIRE', held, replay)
  redis.call('PEXPIRE', calm, replay)
  return outcome
`);

/**
 * Tells what is held of records whose time has come. Answers how long to wait for the next one, -1: nothing is held.
 * Keys: the stream, when each record is calm again, what is held of each.
 */
export const release = script(`
  ${clock} ${append}
  local stream, calm, held = unpack(KEYS)
  local storm, replay = unpack(ARGV)
  for _, name in ipairs(redis.call('ZRANGEBYSCORE', calm, '-inf', now, 'LIMIT', 0, 5000)) do
    local events = redis.call('HGET', held, name)
    if events then
      redis.call('HDEL', held, name)
      redis.call('ZADD', calm, string.format('%.0f', now + storm), name)
      append(stream, 'events', '[' .. events .. ']', replay)
    else
      redis.call('ZREM', calm, name)
    end
  end
  if redis.call('HLEN', held) == 0 then return -1 end
  local next = redis.call('ZRANGE', calm, 0, 0, 'WITHSCORES')
  return math.max(1, tonumber(next[2] or now) - now)
`);

/** Marks reference data of an owner as changed, and tells all replicas. Keys: the stream, the owner's generations. */
export const drop = script(`
  ${clock} ${append}
  redis.call('HINCRBY', KEYS[2], ARGV[1], 1)
  redis.call('PEXPIRE', KEYS[2], ARGV[2])
  append(KEYS[1], 'drop', ARGV[3], ARGV[4])
  return 1
`);

/**
 * What Redis goes by as long as it keeps what it holds: when it was first met, and a word that nobody else has given.
 */
export const pulse = script(`
  ${clock}
  redis.call('SET', KEYS[1], string.format('%.0f', now) .. ' ' .. ARGV[1], 'NX')
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
  return redis.call('GET', KEYS[1])
`);
