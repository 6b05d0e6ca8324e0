// The process of one peer. It tells each measure as soon as it has it, so that a peer that is ended has what it had.
import { pathToFileURL } from 'node:url';
import { editedDraft, typedSentence } from '../benchDraft.mjs';
import { pause, residentMegabytes, stopwatch } from '../benchMeasures.mjs';
import { inPeers, peers } from './index.mjs';

const EDITS = 20;

process.once('message', measure);
process.once('uncaughtException', ({ message }) => process.send({ failed: message }, () => process.exit(1)));

async function measure({ name, folder, corpus }) {
  const { start } = await peers.find((peer) => peer.package === name).adapter();
  const started = stopwatch(process);
  const peer = await start({
    ...corpus,
    installed: (file) => inPeers(folder, file),
    load: (file) => import(pathToFileURL(inPeers(folder, file)).href),
  });
  process.send({ ready: started() });
  // Most peers are libraries, and their process is this one; one that reads bibliographies only has nothing to ask.
  const measured = peer.process ?? process;

  if (peer.ask !== undefined) {
    const asked = stopwatch(measured);
    const answer = await peer.ask();
    process.send({ first: { ...asked(), bytes: Buffer.byteLength(JSON.stringify(answer)) } });
    await typeInto(peer, measured, corpus);
  }
  await pause(3000);
  process.send({ memory: residentMegabytes(measured) }, () => process.exit());
}

async function typeInto(peer, measured, corpus) {
  const edits = [];
  for (let typed = 1; typed <= EDITS; typed += 1) {
    const text = editedDraft(corpus, typed);
    const edited = stopwatch(measured);
    await peer.edit({ text, typed: typedSentence[typed - 1], character: typed - 1 });
    edits.push(edited());
    process.send({ edits });
    await pause(30);
  }
}
