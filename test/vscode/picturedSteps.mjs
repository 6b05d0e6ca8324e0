// Steps in a page, with their pictures in out/screenshots/.
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../../scripts/lib/paths.mjs';

/** `picture` keeps a picture of the page; a `step` that fails leaves one of its own, named `failure`. */
export function picturedSteps(t, page, failure) {
  const pictures = inRoot('out', 'screenshots');
  fs.mkdirSync(pictures, { recursive: true });
  const picture = (name) => page.screenshot({ path: path.join(pictures, `${name}.png`) });
  const step = (name, body) =>
    t.test(name, async () => {
      try {
        await body();
      } catch (error) {
        await picture(failure).catch(() => {});
        throw error;
      }
    });
  return { picture, step };
}
