import { homedir, platform } from 'node:os';
import { join } from 'node:path';

/** The folder in which the operating system wants what can be made again, for programs that no editor gives one. */
export function systemCacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  switch (platform()) {
    case 'win32':
      return join(environment.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'grounded', 'cache');
    case 'darwin':
      return join(homedir(), 'Library', 'Caches', 'grounded');
    default:
      return join(environment.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'grounded');
  }
}
