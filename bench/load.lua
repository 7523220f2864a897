-- wrk: sends the requests of a file in turn (METHOD, PATH and BODY divided by tabs) and prints the sums on one line.
local requests = {}
local at = 0

function init(args)
  for line in io.lines(args[1]) do
    local method, path, body = line:match('^([^\t]*)\t([^\t]*)\t(.*)$')
    if body == '' then body = nil end
    requests[#requests + 1] = wrk.format(method, path, nil, body)
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format('\nSUMS %d %d %d %d %d\n', summary.requests, summary.duration, summary.bytes,
    e.connect + e.read + e.write + e.timeout + e.status, latency:percentile(99)))
end
