import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder beside a deck's questions for their pictures and sounds. */
export const MEDIA = "media";

/** Names that nothing else than a file of the folder can have. */
const NAME = /^[a-z0-9][a-z0-9-]{0,100}\.[a-z0-9]{2,5}$/;

/** A picture or sound of a deck's folder; null when there is none of that name. Links are not followed. */
export function readMedia(folder: string, name: string): Uint8Array | null {
  if (!NAME.test(name)) return null;
  const path = join(folder, MEDIA, name);
  return isMediaFolder(folder) && lstatSync(path, { throwIfNoEntry: false })?.isFile()
    ? readFileSync(path)
    : null;
}

const isMediaFolder = (folder: string): boolean =>
  lstatSync(join(folder, MEDIA), { throwIfNoEntry: false })?.isDirectory() === true;

/** Names of the pictures and sounds of a deck's folder. */
export function mediaNames(folder: string): string[] {
  if (!isMediaFolder(folder)) return [];
  try {
    return readdirSync(join(folder, MEDIA))
      .filter((name) => NAME.test(name))
      .sort();
  } catch {
    return [];
  }
}
