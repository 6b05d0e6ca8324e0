import { type CancellationToken, CancellationTokenSource } from 'vscode-languageserver/node';

/** Work per key that is put off while more is asked for; a newer run cancels the older. */
export interface Schedule {
  /** Runs the work of `key` after `delay` milliseconds without another call for it. */
  request(key: string, delay: number): void;
  /** Forgets the work of `key`, and cancels it where it runs. */
  cancel(key: string): void;
  dispose(): void;
}

export function createSchedule(run: (key: string, token: CancellationToken) => Promise<void>): Schedule {
  const waiting = new Map<string, NodeJS.Timeout>();
  const running = new Map<string, CancellationTokenSource>();

  function cancel(key: string): void {
    clearTimeout(waiting.get(key));
    waiting.delete(key);
    running.get(key)?.cancel();
    running.delete(key);
  }

  async function start(key: string): Promise<void> {
    waiting.delete(key);
    const source = new CancellationTokenSource();
    running.set(key, source);
    await run(key, source.token);
    if (running.get(key) === source) running.delete(key);
    source.dispose();
  }

  return {
    request(key, delay) {
      cancel(key);
      waiting.set(
        key,
        setTimeout(() => void start(key), delay),
      );
    },
    cancel,
    dispose() {
      for (const key of [...waiting.keys(), ...running.keys()]) cancel(key);
    },
  };
}
