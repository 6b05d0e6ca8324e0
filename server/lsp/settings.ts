import {
  type Connection,
  type InitializeParams,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver/node';
import { defaultSettings, parseSettings, type Settings } from '../../shared/protocol/settings.ts';
import type { Logger } from '../host/log.ts';

/** The settings of each place, as its editor has them. */
export interface SettingsSource {
  /** Those that hold for a document or folder; the last valid ones where the present ones cannot be used. */
  of(scopeUri: string | null): Promise<Settings>;
  /** Takes `settings` of a configuration change, for editors that send them instead of being asked. */
  changed(settings: unknown): void;
}

export function createSettingsSource(connection: Connection, params: InitializeParams, logger: Logger): SettingsSource {
  const isAsked = params.capabilities.workspace?.configuration === true;
  let pushed = sectionOf(params.initializationOptions);
  let answers = new Map<string, Promise<Settings>>();
  let lastValid: Settings = defaultSettings;
  let lastMessage = '';

  function parsed(value: unknown): Settings {
    const result = parseSettings(value);
    if (result.kind === 'valid') {
      lastValid = result.settings;
      lastMessage = '';
      return result.settings;
    }
    if (result.message !== lastMessage) {
      lastMessage = result.message;
      logger.warn(result.message);
      const message = `Grounded: ${result.message} The last valid settings hold.`;
      // The connection's own window object would send a request here, and not every client answers one without choices.
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
    }
    return lastValid;
  }

  async function ask(scopeUri: string | null): Promise<Settings> {
    if (!isAsked) return parsed(pushed);
    const item = scopeUri === null ? { section: 'grounded' } : { section: 'grounded', scopeUri };
    const answer: unknown = await connection.workspace.getConfiguration(item).catch((error: unknown) => {
      logger.warn(`The editor did not tell its settings: ${error}`);
      return null;
    });
    // An editor that has no such section still may have given settings when it started the server.
    return parsed(answer ?? pushed);
  }

  return {
    of(scopeUri) {
      const key = scopeUri ?? '';
      const known = answers.get(key);
      if (known !== undefined) return known;
      const answer = ask(scopeUri);
      answers.set(key, answer);
      return answer;
    },
    changed(settings) {
      answers = new Map();
      if (settings !== null && settings !== undefined) pushed = sectionOf(settings);
    },
  };
}

/** `{ grounded: {…} }`, `{ settings: {…} }` or the settings themselves. */
function sectionOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return {};
  if ('grounded' in value) return value.grounded;
  if ('settings' in value) return sectionOf(value.settings);
  return value;
}
