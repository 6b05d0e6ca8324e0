/** Harper in WebAssembly, in this process: each edit has the whole draft checked, as its API offers. */
export async function start({ load, text: draft }) {
  const { LocalLinter } = await load('harper.js/dist/index.js');
  const { binary } = await load('harper.js/dist/binary.js');
  const linter = new LocalLinter({ binary });
  await linter.setup();
  const lint = async (text) => (await linter.lint(text)).map((found) => found.to_json());
  return { ask: () => lint(draft), edit: ({ text }) => lint(text) };
}
