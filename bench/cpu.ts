/** Runs something and gives its value with the processor time the whole process spent meanwhile, in milliseconds. */
export async function cpu<T>(work: () => T | Promise<T>): Promise<{ value: T; ms: number }> {
  const before = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { value, ms: (user + system) / 1000 };
}
