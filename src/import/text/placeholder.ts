const PLACEHOLDER =
  /^(?:to be (?:completed|added|done|written|answered|updated|continued|filled in)|tbd|tba|tbc|todo|wip|work in progress|coming soon|pending|n\/a|no answer(?: yet)?|not answered(?: yet)?|answer (?:coming|goes here|here|needed|wanted)|a completar|por completar|pendiente|próximamente|a fazer|a preencher|em breve|pendente|à compléter|à venir|à faire|folgt|noch offen|kommt noch|будет (?:добавлено|дополнено|позже)|нет ответа|待补充|待完善|待更新|待续|未完成|暂无|暂缺|略|[-–—.…?]+)[.!…。！]*$/iu;

/** Whether an answer only promises one: its first paragraph says so and nothing else. Links below do not help. */
export function isPlaceholder(answer: string): boolean {
  const [first = ""] = answer.slice(0, 200).split(/\n\s*\n/, 1);
  return PLACEHOLDER.test(first.replace(/^[\s*_([<>`~-]+|[\s*_)\]<>`~-]+$/g, ""));
}
