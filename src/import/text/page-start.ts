/** Whether a text begins as pages do. */
export function isPage(text: string): boolean {
  const start = text.slice(0, 4000).trimStart();
  if (/^(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>])/i.test(start)) return true;
  return /^(?:<\?xml|<!--)/i.test(start) && /<(?:!doctype html|html[\s>])/i.test(start);
}
