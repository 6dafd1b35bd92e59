import assert from "node:assert/strict";
import { test } from "node:test";
import { readDocument } from "../readers.ts";
import { sourceOf } from "../source.ts";

/** Section, number, title, and something that the answer says. */
type Found = readonly [section: string, number: string, title: string, answer: string];

function page(what: string, html: string, found: readonly Found[]): void {
  test(`html: ${what}`, async () => {
    const { reader, questions } = await readDocument(sourceOf("page.html", new TextEncoder().encode(html)));
    assert.equal(reader, "html");
    assert.deepEqual(
      questions.map(({ section, number, title }) => [section, `${number ?? ""}`, title]),
      found.map((each) => each.slice(0, 3)),
    );
    for (const [i, [, , title, answer]] of found.entries()) {
      assert.ok(questions[i]?.answer.includes(answer), `${title}: ${questions[i]?.answer}`);
    }
    const all = questions.map(({ body, answer }) => body + answer).join("\n");
    assert.doesNotMatch(all, /cookie|Share|Related|Recent|Comment|Copy|alert|Reply|Good luck|©|Just curious/);
  });
}

page(
  "questions in classes below titles of parts that are no headings",
  `<!DOCTYPE html><html><body><h1>Gym FAQ</h1>
<div class="faq-group"><div class="group-title"><span class="icon">📋</span> Joining</div>
<div class="faq-item"><div class="faq-q">What does it cost?</div><div class="faq-a"><p>Ten a month.</p></div></div>
<div class="faq-item"><div class="faq-q">Can I pause it?</div><div class="faq-a"><p>For three months.</p></div></div></div>
<div class="faq-group"><div class="group-title">Opening hours</div>
<div class="faq-item"><div class="faq-q">When do you open?</div><div class="faq-a"><p>At six.</p></div></div></div>
</body></html>`,
  [
    ["Joining", "", "What does it cost?", "Ten a month."],
    ["Joining", "", "Can I pause it?", "three months"],
    ["Opening hours", "", "When do you open?", "At six."],
  ],
);

page(
  "a blog whose questions are buttons that unfold",
  `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>25 Kafka Interview Questions | Streamy Blog</title>
<style>.accordion{cursor:pointer}.panel{display:none}</style></head>
<body class="has-sidebar">
<div id="cookie-banner" class="cookie-consent"><p>We use cookies to improve your experience. What are cookies?</p><button>Accept all</button></div>
<header class="site-header"><a href="/">Streamy</a><nav><ul><li><a href="/blog">Blog</a></li><li><a href="/about">About</a></li></ul></nav></header>
<div class="content-wrapper">
<div class="post">
<h1>25 Kafka Interview Questions</h1>
<div class="post-meta">By Ana Lopes · May 3, 2023 · 9 min read</div>
<p>Whether you are new to Kafka or not, these questions will help you.</p>
<h2>Basics</h2>
<div class="accordion-list">
  <div class="item"><button class="accordion" aria-expanded="false">What is a topic? <span class="icon">+</span></button>
  <div class="panel"><p>A named log of records, split in <em>partitions</em>.</p><ul><li>append only</li><li>retained by time or size</li></ul></div></div>
  <div class="item"><button class="accordion" aria-expanded="false">Consumer groups <span class="icon">+</span></button>
  <div class="panel"><p>Consumers that share the partitions of a topic.</p>
  <pre class="brush: bash">kafka-consumer-groups.sh --list \\
  --bootstrap-server localhost:9092</pre></div></div>
</div>
<h2>Advanced</h2>
<div class="accordion-list">
  <div class="item"><button class="accordion" aria-expanded="false">How does exactly-once work? <span class="icon">+</span></button>
  <div class="panel"><p>Idempotent producers plus transactions.</p></div></div>
  <div class="item"><button class="accordion" aria-expanded="false">What is the ISR? <span class="icon">+</span></button>
  <div class="panel"><p>The in-sync replicas.</p></div></div>
</div>
<p>That is all for today. Good luck!</p>
<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="#">Twitter</a></li><li><a href="#">Facebook</a></li></ul></div>
<h3>Related Posts</h3><ul><li><a href="/p/1">What is Flink?</a></li><li><a href="/p/2">Why streaming?</a></li></ul>
<div id="comments"><h3>3 Comments</h3><ol><li><b>Bob</b>: Does this work with Pulsar?</li><li><b>Eve</b>: Great post! Can you share more?</li></ol></div>
</div>
<aside class="sidebar"><h3>Newsletter</h3><p>Want more?</p></aside>
</div><footer>© 2023 Streamy. All rights reserved.</footer>
<script src="https://cdn.example/x.js"></script><script>document.querySelectorAll('.accordion')</script></body></html>`,
  [
    ["Basics", "", "What is a topic?", "named log of records, split in *partitions*"],
    ["Basics", "", "Consumer groups", "```bash\nkafka-consumer-groups.sh --list"],
    ["Advanced", "", "How does exactly-once work?", "Idempotent producers plus transactions."],
    ["Advanced", "", "What is the ISR?", "The in-sync replicas."],
  ],
);

page(
  "documentation with a list of terms that ask",
  `<!doctype html><html><head><title>Frequently Asked Questions &#8212; tool 2.1 documentation</title></head><body>
<div class="related" role="navigation"><h3>Navigation</h3><ul><li><a href="genindex.html">index</a></li></ul></div>
<div class="document"><div class="documentwrapper"><div class="bodywrapper"><div class="body" role="main">
<section id="faq"><h1>Frequently Asked Questions<a class="headerlink" href="#faq" title="Link">¶</a></h1>
<section id="install"><h2>Installing<a class="headerlink" href="#install">¶</a></h2>
<dl class="docutils">
<dt>Which Python versions are supported?</dt><dd><p>3.9 and up.</p></dd>
<dt>How do I install from source?</dt><dd><p>Clone and run:</p><div class="highlight-console notranslate"><div class="highlight"><pre><span></span><span class="gp">$ </span>pip<span class="w"> </span>install<span class="w"> </span>.
</pre></div></div></dd>
</dl></section>
<section id="use"><h2>Using<a class="headerlink" href="#use">¶</a></h2>
<dl class="docutils">
<dt>Can I use it with <code class="docutils literal"><span class="pre">asyncio</span></code>?</dt><dd><p>Yes:</p>
<div class="highlight-python notranslate"><div class="highlight"><pre><span class="kn">import</span> <span class="nn">tool</span>
<span class="k">await</span> tool.run()</pre></div></div>
<div class="admonition note"><p class="admonition-title">Note</p><p>Not on Windows.</p></div></dd>
<dt>Why is it slow?</dt><dd>Because you asked for <strong>everything</strong>.</dd>
</dl></section></section>
</div></div></div><div class="sphinxsidebar" role="navigation"><h3>Table of Contents</h3><ul><li><a href="#install">Installing</a></li></ul></div></div>
<div class="footer">&copy;2024, Tool. Created using Sphinx.</div></body></html>`,
  [
    ["Installing", "", "Which Python versions are supported?", "3.9 and up."],
    ["Installing", "", "How do I install from source?", "```console\n$ pip install ."],
    ["Using", "", "Can I use it with `asyncio`?", "```python\nimport tool"],
    ["Using", "", "Why is it slow?", "you asked for **everything**"],
  ],
);

page(
  "one question with its answers, marked for search engines",
  `<!DOCTYPE html><html itemscope itemtype="https://schema.org/QAPage" class="html__responsive"><head><title>python - What does yield do? - Stack</title><meta property="og:type" content="website"></head>
<body class="question-page"><header class="s-topbar"><a href="#">Stack</a><form action="/search"><input name=q></form></header>
<div class="container"><div id="left-sidebar" class="left-sidebar"><nav><ol><li><a href="/">Home</a></li><li><a href="/questions">Questions</a></li></ol></nav></div>
<div id="content"><div itemprop="mainEntity" itemscope itemtype="https://schema.org/Question">
<div id="question-header"><h1 itemprop="name"><a href="/questions/1/x" class="question-hyperlink">What does the "yield" keyword do?</a></h1></div>
<div id="mainbar"><div class="question"><div class="post-layout"><div class="votecell"><button class="js-vote-up-btn">Up</button><div class="js-vote-count" itemprop="upvoteCount">12994</div></div>
<div class="postcell"><div class="s-prose js-post-body" itemprop="text"><p>What is the use of the <code>yield</code> keyword in Python?</p><pre class="lang-py s-code-block"><code>def f():
    yield 1
</code></pre></div>
<div class="post-taglist"><a href="/t/python">python</a><a href="/t/iterator">iterator</a></div>
<div id="comments-1" class="comments"><ul><li>Just curious, why do you ask? – <a href="/u/1">joe</a></li></ul></div></div></div></div>
<div id="answers"><h2>2 Answers</h2>
<div class="answer accepted-answer" itemprop="acceptedAnswer" itemscope itemtype="https://schema.org/Answer"><div class="votecell"><div itemprop="upvoteCount">18000</div></div><div class="answercell"><div class="s-prose" itemprop="text"><p>It makes a <b>generator</b>.</p><pre class="lang-py"><code>&gt;&gt;&gt; list(f())
[1]</code></pre></div><div class="user-info">answered Oct 23, 2008 <a href="/u/2">Eli</a></div><div class="comments">Nice! Does it work?</div></div></div>
<div class="answer" itemprop="suggestedAnswer" itemscope itemtype="https://schema.org/Answer"><div class="answercell"><div class="s-prose" itemprop="text"><p>A shortcut to understanding.</p></div></div></div>
</div></div>
<div id="sidebar"><div class="module"><h4>Related</h4><a href="/q/1">What are metaclasses?</a><a href="/q/2">What is __slots__?</a></div></div></div></div></div></body></html>`,
  [["", "", 'What does the "yield" keyword do?', "It makes a **generator**."]],
);

page(
  "an article with labels in bold, shared and commented",
  `<!DOCTYPE html><html lang="en-US"><head><title>Top Java Interview Questions – CodeHub</title></head><body class="post-template-default single">
<a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<header id="masthead" class="site-header"><div class="site-branding"><p>CodeHub</p></div></header>
<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main"><article id="post-99" class="post type-post">
<header class="entry-header"><h1 class="entry-title">Top Java Interview Questions</h1><div class="entry-meta">Posted on <time>June 1, 2022</time> by <a href="/author/x">admin</a></div></header>
<div class="entry-content">
<p>Java is one of the most popular languages. Here we go.</p>
<div id="toc_container"><p class="toc_title">Contents</p><ul><li><a href="#1">1 Core</a></li><li><a href="#2">2 Threads</a></li><li><a href="#3">3 What</a></li></ul></div>
<h2><span id="Core">Core Java</span></h2>
<p><strong>Q1. What is the JVM?</strong></p>
<p><strong>Ans:</strong> The machine that runs bytecode.</p>
<p><strong>Q2. What is the difference between == and equals()?</strong></p>
<p><strong>Ans:</strong> <code>==</code> compares references.</p>
<div class="wp-block-code"><pre><code lang="java">String a = "x";
a.equals(b);</code></pre></div>
<p><ins class="adsbygoogle" data-ad="1"></ins></p>
<h2><span id="Threads">Threads</span></h2>
<p><strong>Q3. What is a deadlock?</strong></p>
<p><strong>Ans:</strong> Two threads wait for each other.</p>
<p><img class="lazy" src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" data-src="https://codehub.example/dl.png" alt="deadlock"><noscript><img src="https://codehub.example/dl.png"></noscript></p>
<p><strong>Q4. How do you stop a thread?</strong></p>
<p><strong>Ans:</strong> Interrupt it.</p>
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><a href="?share=twitter">Click to share on Twitter</a></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3><a href="/a">What is Spring?</a></div>
</div><footer class="entry-footer"><span class="cat-links">Posted in <a href="/c/java">Java</a></span></footer></article>
<nav class="navigation post-navigation"><a href="/prev">Previous</a></nav>
<div id="comments" class="comments-area"><h2 class="comments-title">2 thoughts on “Top Java”</h2><ol class="comment-list"><li>Thanks! Where is the pdf?</li></ol><div id="respond"><h3>Leave a Reply</h3><form action="/c"><textarea></textarea></form></div></div>
</main></div><aside id="secondary" class="widget-area"><section class="widget"><h2>Recent Posts</h2><ul><li><a href="/z">Why Kotlin?</a></li></ul></section></aside></div></body></html>`,
  [
    ["Core Java", "1", "What is the JVM?", "The machine that runs bytecode."],
    ["Core Java", "2", "What is the difference between == and equals()?", "```java\nString a"],
    ["Threads", "3", "What is a deadlock?", "![deadlock](https://codehub.example/dl.png)"],
    ["Threads", "4", "How do you stop a thread?", "Interrupt it."],
  ],
);

page(
  "a reference in French, with a box of notes and code to copy",
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"/><title>Questions fréquentes HTTP</title></head><body><div id="root"><ul id="nav-access" class="a11y-nav"><li><a id="skip-main" href="#content">Passer au contenu</a></li></ul><div class="page-wrapper"><header class="top-navigation"><a href="/fr/" class="logo">Docs</a></header>
<div class="article-actions-container"><nav class="breadcrumbs-container" aria-label="Breadcrumb"><ol><li><a href="/fr/docs/Web">Web</a></li></ol></nav></div>
<div class="main-wrapper"><div class="sidebar-container"><aside id="sidebar-quicklinks" class="sidebar"><ol><li><a href="/x">Qu'est-ce que HTTP ?</a></li></ol></aside><div class="toc-container"><aside class="toc"><nav><div class="document-toc-container"><h2>Dans cet article</h2><ul><li><a href="#a">Le protocole</a></li></ul></div></nav></aside></div></div>
<main id="content" class="main-content"><article class="main-page-content" lang="fr"><header><h1>Questions fréquentes sur HTTP</h1></header><div class="section-content"><p>Voici des réponses.</p></div>
<section aria-labelledby="a"><h2 id="a"><a href="#a">Qu'est-ce qu'une requête idempotente ?</a></h2><div class="section-content"><p>Une requête dont l'effet est le même, une ou plusieurs fois.</p><div class="notecard note"><p><strong>Note :</strong> <code>PUT</code> l'est, <code>POST</code> non.</p></div></div></section>
<section aria-labelledby="b"><h2 id="b"><a href="#b">Comment fonctionne le cache ?</a></h2><div class="section-content"><p>Par validateurs :</p><div class="code-example"><div class="example-header"><span class="language-name">http</span><button type="button" class="icon copy-icon"><span class="visually-hidden">Copy to Clipboard</span></button></div><pre class="brush: http notranslate"><code>ETag: "33a"
Cache-Control: max-age=60</code></pre></div></div></section>
<section aria-labelledby="c"><h2 id="c"><a href="#c">Pourquoi CORS ?</a></h2><div class="section-content"><p>Pour protéger l'utilisateur.</p></div></section></article>
<aside class="article-footer"><h2>Help improve MDN</h2><p>Was this page helpful to you?</p></aside></main></div></div></div></body></html>`,
  [
    ["", "", "Qu'est-ce qu'une requête idempotente ?", "**Note :** `PUT` l'est"],
    ["", "", "Comment fonctionne le cache ?", "```http\nETag"],
    ["", "", "Pourquoi CORS ?", "Pour protéger l'utilisateur."],
  ],
);

page(
  "an old page in Russian that leaves its tags open",
  `<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1251"><TITLE>Вопросы по Linux</TITLE></HEAD>
<BODY BGCOLOR=white><CENTER><H1>Вопросы по Linux</H1></CENTER>
<TABLE WIDTH="100%"><TR><TD WIDTH=150><A HREF="i.html">Главная</A><BR><A HREF="c.html">Статьи</A><TD>
<P><B>1. Что такое процесс?</B><BR>Программа во время выполнения.
<P><B>2. Чем поток отличается от процесса?</B><BR>Потоки делят память.<BR>Процессы нет.
<P><FONT FACE="Courier"><B>3. Как убить процесс?</B></FONT><BR><TT>kill -9 PID</TT>
<P><B>4. Зачем нужен swap?</B><BR>Когда памяти мало.
</TABLE><HR><I>(c) 2001</I></BODY></HTML>`,
  [
    ["", "1", "Что такое процесс?", "Программа во время выполнения."],
    ["", "2", "Чем поток отличается от процесса?", "Потоки делят память."],
    ["", "3", "Как убить процесс?", "`kill -9 PID`"],
    ["", "4", "Зачем нужен swap?", "Когда памяти мало."],
  ],
);

page(
  "a piece of a page with classes that say what is what",
  `<div class="faq-section"><h2>Billing</h2>
<div class="faq-item"><div class="faq-question"><h4>How am I billed?</h4></div><div class="faq-answer"><p>Monthly.</p></div></div>
<div class="faq-item"><div class="faq-question"><h4>Refunds</h4></div><div class="faq-answer"><p>Within 30 days.</p></div></div></div>
<div class="faq-section"><h2>Accounts</h2>
<div class="faq-item"><div class="faq-question"><h4>Can I share my account?</h4></div><div class="faq-answer"><p>No.</p></div></div></div>`,
  [
    ["Billing", "", "How am I billed?", "Monthly."],
    ["Billing", "", "Refunds", "Within 30 days."],
    ["Accounts", "", "Can I share my account?", "No."],
  ],
);

page(
  "multiple choice with answers to unfold",
  `<!DOCTYPE html><html><head><title>C MCQ</title></head><body><div class="entry-content"><h1>C Programming Multiple Choice Questions</h1>
<p>1. Who is the father of C?<br>a) Steve Jobs<br>b) James Gosling<br>c) Dennis Ritchie<br>d) Rasmus</p>
<details><summary>View Answer</summary><div>Answer: c<br>Explanation: Dennis Ritchie.</div></details>
<p>2. Which is not a valid name?<br>a) int __a3;<br>b) int $x;<br>c) int 3_a;<br>d) int a_3;</p>
<details><summary>View Answer</summary><div>Answer: c<br>Explanation: starts with a digit.</div></details>
<p>3. What is the output?</p><pre>
#include &lt;stdio.h&gt;
int main() { printf("%d", 1); }
</pre><p>a) 1<br>b) 0</p>
<details><summary>View Answer</summary><div>Answer: a<br>Explanation: prints 1.</div></details>
</div></body></html>`,
  [
    ["", "1", "Who is the father of C?", "Answer: c"],
    ["", "2", "Which is not a valid name?", "starts with a digit"],
    ["", "3", "What is the output?", "prints 1."],
  ],
);
