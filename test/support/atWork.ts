/** The milliseconds for which this process was at work: what others do on the machine does not count. */
export function atWork(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
