/** Units and their prefixes as the macros of siunitx name them. */
const NAMES = `percent % degree ° degreeCelsius °C celsius °C metre m meter m second s gram g kilogram kg hertz Hz watt W
  watthour Wh joule J volt V ampere A kelvin K mole mol candela cd newton N pascal Pa ohm Ω bit bit byte B minute min hour h day d
  liter L litre L decibel dB bel B pixel px flop FLOP ms ms us µs ns ns s s m m cm cm mm mm km km um µm nm nm g g kg kg mg mg Hz Hz
  kHz kHz MHz MHz GHz GHz W W kW kW mW mW kWh kWh V V mV mV A A mA mA dB dB eV eV
  femto f pico p nano n micro µ milli m centi c deci d kilo k mega M giga G tera T peta P kibi Ki mebi Mi gibi Gi tebi Ti
  per / squared ² cubed ³ square ² cubic ³`;

const words = NAMES.split(/\s+/);
const units: ReadonlyMap<string, string> = new Map(
  words.flatMap((word, i): [string, string][] => (i % 2 === 0 ? [[word, words[i + 1] ?? '']] : [])),
);

/** `1.2(3)` and `1.2 +- 0.3` as 1.2 ± 0.3; other numbers as they are, less the spaces in them. */
export function formatNumber(text: string): string {
  const number = text.trim();
  const spread = /^([+-]?\d*\.?\d+)\s*\((\d+)\)(.*)$/.exec(number);
  if (spread) {
    const [, value = '', digits = '', rest = ''] = spread;
    const decimals = value.includes('.') ? value.length - value.indexOf('.') - 1 : 0;
    return `${value} ± ${(Number(digits) * 10 ** -decimals).toFixed(decimals)}${rest}`;
  }
  return number
    .replace(/\s*(?:\+-|\+\/-|±)\s*/, ' ± ')
    .replace(/(?<=\d) (?=\d)/g, '')
    .replace(/\s*x\s*/g, ' × ');
}

/** `\kilo\metre\per\second` as km/s, with a space before it where a number stands before; a percent sign is glued. */
export function formatUnit(text: string, followsNumber: boolean): string {
  const unit = text
    .replace(/\\([A-Za-z]+)\s*/g, (_, name: string) => units.get(name) ?? name)
    .replace(/[~{}]|\\./g, ' ')
    .trim();
  return followsNumber && !/^[%°]$/.test(unit) ? ` ${unit}` : unit;
}
