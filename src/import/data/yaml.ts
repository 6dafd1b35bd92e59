import { VivaError } from "../../base/index.ts";
import type { Draft, ImportWarning, SourceText } from "../reader.ts";
import { draftOfData } from "./draft-of-data.ts";
import { parseYaml, YamlFault } from "./parse-yaml.ts";
import { isYamlNamed } from "./sniff-yaml.ts";

const READER = "yaml";

/**
 * Reads YAML of the shapes that JSON has.
 * @throws VivaError VIVA_FILE_UNREADABLE when a file that is named as YAML is none
 */
export async function readYaml(source: SourceText): Promise<Draft> {
  try {
    const { roots, oddTags } = parseYaml(source.text);
    const [odd] = oddTags;
    const warnings: ImportWarning[] =
      odd === undefined
        ? []
        : [
            {
              code: "not-kept",
              line: odd.line,
              text: `${oddTags.length} values with a type of their own (${odd.tag.slice(0, 40)}) were read as plain ones`,
            },
          ];
    return await draftOfData({ source, reader: READER, roots, base: 0, warnings });
  } catch (error) {
    if (!(error instanceof YamlFault)) throw error;
    if (!isYamlNamed(source.name))
      return { reader: READER, questions: [], warnings: [], evidence: 0, accounted: 0 };
    throw new VivaError(
      "VIVA_FILE_UNREADABLE",
      `${source.name} is not YAML from line ${error.line}: ${error.message}; nothing imported, mend it there`,
    );
  }
}
