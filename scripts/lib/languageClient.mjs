// The least of a language client: messages with their length in front, over the streams of a server process.

/** Speaks to the server of a child process; what the server requests is answered by `answer`, or with nothing. */
export function connect(child, answer = () => null) {
  const waiting = new Map();
  const published = new Map();
  const listeners = new Set();
  let last = 0;
  let buffer = Buffer.alloc(0);

  function send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    child.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  }

  child.stdout.on('data', (data) => {
    buffer = Buffer.concat([buffer, data]);
    for (;;) {
      const end = buffer.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(buffer.toString('latin1', 0, end))?.[1]);
      if (buffer.length < end + 4 + length) return;
      const body = buffer.subarray(end + 4, end + 4 + length);
      buffer = buffer.subarray(end + 4 + length);
      take(JSON.parse(body.toString()), length);
    }
  });

  function take({ id, method, params, result, error }, size) {
    if (method === undefined) {
      const { resolve, reject } = waiting.get(id);
      waiting.delete(id);
      if (error === undefined) resolve({ result, bytes: size });
      else reject(new Error(error.message));
    } else if (id !== undefined) send({ id, result: answer(method, params) ?? null });
    else {
      if (method === 'textDocument/publishDiagnostics') published.set(params.uri, params);
      else published.set(method, params);
      for (const listener of listeners) listener();
    }
  }

  function requestWithSize(method, params) {
    last += 1;
    send({ id: last, method, params });
    return new Promise((resolve, reject) => waiting.set(last, { resolve, reject }));
  }

  /** Resolves with what was notified last under a name, as soon as it fits. */
  function notified(name, fits) {
    return new Promise((resolve) => {
      const look = () => {
        const params = published.get(name);
        if (params === undefined || !fits(params)) return;
        listeners.delete(look);
        resolve(params);
      };
      listeners.add(look);
      look();
    });
  }

  return {
    notified,
    /** Resolves with the result and its size in bytes. */
    requestWithSize,
    request: async (method, params) => (await requestWithSize(method, params)).result,
    notify: (method, params) => send({ method, params }),
    lastDiagnostics: (uri) => published.get(uri)?.diagnostics ?? [],
    /** Resolves when diagnostics for this version of the document have come. */
    diagnostics: (uri, version) => notified(uri, (params) => params.version >= version),
  };
}
