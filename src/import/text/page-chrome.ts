/**
 * What stands round a copied page and belongs to no question: menus, share buttons, cookie notices, footers. A line
 * is furniture only as a whole, so that an answer may speak of cookies or of sharing.
 */

/** Whole lines, in lower case. */
const WHOLE = new Set(
  `home|about|about us|contact|contact us|blog|news|login|log in|sign in|signin|sign up|signup|register|subscribe|search
search...|search…|donate|careers|pricing|download|downloads|open in app|get started|follow|follow us|follow me|menu|main menu
navigation|main navigation|toggle navigation|toggle menu|open menu|close menu|sidebar|toggle sidebar|nav|share|share this
tweet|like|save|print|email|copy|copy link|copy code|copied|copied!|bookmark|report|clap|listen|facebook|twitter|x|linkedin
whatsapp|telegram|reddit|pinterest|instagram|youtube|github|rss|content|contents|table of contents|toc|on this page
in this article|on this site|index|ad|ads|advertisement|advertisements|advertise|sponsored|sponsor|sponsors|promoted
see also|keep reading|what to read next|cancel reply|post comment|top|to top|↑|privacy|privacy policy|privacy notice
privacy settings|terms|cookie policy|cookie settings|cookie preferences|cookie notice|cookies policy|cookies|cookie|legal
legal notice|disclaimer|imprint|impressum|accessibility|sitemap|accept|reject|allow|decline|accept all|reject all|allow all
decline all|accept cookies|accept all cookies|reject all cookies|reject cookies|manage cookies|manage preferences
manage consent|got it|got it!|i agree|necessary only|only necessary|newsletter|join the newsletter|join our newsletter
categories|tags|archive|archives|author|authors|about the author|edit this page|improve this page|report an issue
previous|next|older|newer
saltar al contenido|ir al contenido|inicio|compartir|artículos relacionados|deja un comentario|deja una respuesta
política de privacidad|volver arriba|buscar|menú|iniciar sesión|aviso legal
pular para o conteúdo|ir para o conteúdo|início|compartilhar|compartilhe|posts relacionados|artigos relacionados
deixe um comentário|voltar ao topo|pesquisar|entrar
aller au contenu|aller au contenu principal|accueil|partager|articles similaires|articles connexes|articles liés
laisser un commentaire|politique de confidentialité|retour en haut|haut de page|rechercher|mentions légales|se connecter
zum inhalt springen|zum inhalt|startseite|teilen|ähnliche beiträge|ähnliche artikel|kommentar hinterlassen
kommentar schreiben|datenschutz|datenschutzerklärung|nach oben|suche|inhaltsverzeichnis|anmelden
перейти к содержимому|перейти к содержанию|перейти к контенту|главная|поделиться|похожие записи|похожие статьи
оставить комментарий|добавить комментарий|политика конфиденциальности|наверх|вверх|меню|содержание|поиск|войти
跳到内容|跳到主要内容|跳至内容|跳至主要内容|首页|首頁|目录|目錄|分享|相关文章|相关推荐|相关阅读|發表評論|发表评论|评论|评论区
返回顶部|回到顶部|登录|注册|搜索|菜单|隐私政策|版权所有`.split(/[|\n]/),
);

/** Lines with a part that varies, in lower case. */
const PATTERNS = [
  /^(?:skip|jump) to (?:the )?(?:main )?(?:content|navigation|search|footer)$/,
  /^share (?:this|on|via|it|with)\b.{0,30}$/,
  /^(?:related|popular|recent|latest|similar|more|trending|recommended)(?: (?:posts?|articles?|reading|questions|stories|topics|content|links|from .{1,40}|like this))$/,
  /^(?:you (?:may|might) also (?:like|enjoy)|read (?:more|next)|sponsored by|written by|last (?:updated|modified|edited)|edit this page on|powered by|was this (?:page|article|post)? ?helpful)\b.{0,60}$/,
  /^(?:(?:leave|post|add|write) a (?:comment|reply)|(?:no |\d+ )?(?:comments?|responses?|replies)(?: ?\(\d+\))?|your email address will not be published.{0,60})$/,
  /^(?:previous|next|older|newer) (?:post|article|page|posts|chapter|lesson)\b.{0,60}$/,
  /^[←→«»<>‹›] ?.{0,60}$|^.{0,60} [→»›]$|^[⬆↑].{0,20}$/,
  /^(?:back|go(?: back)?|return|scroll) to (?:the )?top$/,
  /^terms (?:of|and|&) .{1,30}$/,
  /^(?:©|\(c\)|copyright\b).{0,120}$|^.{0,60}©\s*\d{4}.{0,80}$|\ball rights reserved\b/,
  /^(?:this (?:site|website|page) uses|we (?:and our partners )?use|by (?:continuing|using|clicking)\b.{0,80}|our (?:site|website) uses).{0,80}\bcookies?\b/,
  /^\d{1,3} ?min(?:ute)?s? (?:read|lesen|de lecture|de leitura|de lectura)\b.{0,20}$/,
  /^(?:posted|published|updated)(?: on| by|:).{0,80}$/,
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2},? \d{4}(?:[,|·•].{0,60})?$/,
  /^\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{4}(?:[,|·•].{0,60})?$/,
  /^\d{4}-\d{2}-\d{2}(?:[,|·• ].{0,60})?$/,
  /^(?:https?:\/\/|www\.)\S+$/,
  /^[\d.,]+[km]? (?:views?|likes?|shares?|claps?|followers?|reads?)$/,
  /^(?:上一篇|下一篇|版权声明).{0,60}$/,
];

/** `By Jane Roe`: names have capitals. */
const BYLINE = /^By [A-Z][^\s]+(?: [A-Z][^\s]+){1,3}(?:\s*[,|·•].{0,60})?$/;

/** A menu on one line: three or more short words between bars, dots or arrows. */
const MENU = /^[^|·•›»]{1,24}(?:[|·•›»][^|·•›»]{1,24}){2,}$/;

/** Longer lines are furniture only when they speak of cookies or rights. */
const SHORT = 80;
const LONGEST = 240;

/** First words of the lines with a part that varies; figures, signs and addresses can start one too. */
const OPENERS = new Set(
  `skip jump share related popular recent latest similar more trending recommended you read sponsored written last edit
powered was leave post add write no comment comments response responses reply replies your previous next older newer back go
return scroll terms copyright this we by our posted published updated all jan january feb february mar march apr april may jun
june jul july aug august sep september oct october nov november dec december`.split(/\s/),
);

/** Whether a whole line is page furniture, whatever stands round it. */
export function isChrome(line: string): boolean {
  if (line.length > LONGEST) return false;
  if (line.length > SHORT && !/[©·•|]|cookie|rights|copyright|email/i.test(line)) return false;
  const text = line.replace(/^[\s#*_>•[\]-]+|[*_\s[\]]+$/g, "");
  if (text === "") return /^[\s>]*>$/.test(line);
  const lower = text.toLowerCase();
  if (WHOLE.has(lower)) return true;
  const opener = /^[a-z]+/.exec(lower)?.[0];
  if (opener !== undefined && !OPENERS.has(opener) && !/^(?:http|www\.)|[©|·•›»→]|rights/.test(lower))
    return false;
  return BYLINE.test(text) || MENU.test(text) || PATTERNS.some((pattern) => pattern.test(lower));
}
