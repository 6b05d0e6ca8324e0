import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** So many milliseconds without a check count as rest. */
const rest = 2000;

/** Gives back what reading a large library left behind, once the writer rests: it holds everything up for some 100 ms. */
export interface MemoryRelease {
  /** Something large was read. */
  due(): void;
  /** Something was done: not now. */
  putOff(): void;
  dispose(): void;
}

/** V8 would give memory back by itself only after a long time without any work, which an open draft rarely has. */
export function createMemoryRelease(): MemoryRelease {
  let isDue = false;
  let timer: NodeJS.Timeout | undefined;
  const putOff = (): void => {
    clearTimeout(timer);
    if (isDue) timer = setTimeout(release, rest).unref();
  };
  function release(): void {
    isDue = false;
    setFlagsFromString('--expose-gc');
    const collect: unknown = runInNewContext('gc');
    if (typeof collect !== 'function') return;
    collect();
    // The pages that the first collection empties are given back by the next.
    collect();
  }
  return {
    due() {
      isDue = true;
      putOff();
    },
    putOff,
    dispose: () => clearTimeout(timer),
  };
}
