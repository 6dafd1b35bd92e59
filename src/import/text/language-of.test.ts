import assert from "node:assert/strict";
import { test } from "node:test";
import { languageOf } from "./language-of.ts";

for (const [tag, text] of [
  [
    "en",
    "What is the difference between a process and a thread? A process has memory of its own, and the threads in it share that memory with each other.",
  ],
  [
    "es",
    "¿Qué es un contenedor? Es un proceso aislado que usa el núcleo del sistema. ¿Cuál es la diferencia entre una imagen y un contenedor? La imagen es una plantilla que los contenedores usan.",
  ],
  [
    "pt",
    "O que é um contêiner? É um processo isolado que usa o núcleo do sistema. Qual é a diferença entre uma imagem e um contêiner? A imagem é o modelo; os contêineres não são.",
  ],
  [
    "fr",
    "Qu'est-ce que le ramasse-miettes ? Quelle est la différence entre une image et un conteneur ? Les images sont en lecture seule, et le conteneur est une instance de l'image.",
  ],
  [
    "de",
    "Was ist der Unterschied zwischen einem Prozess und einem Thread? Die Threads teilen den Speicher, der Prozess ist für sich und nicht mit anderen verbunden.",
  ],
  ["ru", "Что такое процесс? Процесс имеет собственную память, а потоки HTTP делят её."],
  ["uk", "Що таке процес? Кожен процес має свою пам'ять, і потоки її ділять між собою."],
  ["zh", "什么是进程？进程有自己的内存，线程共享 memory。"],
  ["ja", "プロセスとは何ですか。プロセスは自分のメモリを持つ。"],
  ["ko", "프로세스란 무엇인가? 프로세스는 자신의 메모리를 가진다."],
  ["", "HTTP GET POST PUT DELETE"],
  ["", "```\nthe of and to is in that it what how why does are\n```"],
  ["", ""],
] as const) {
  test(`${JSON.stringify(text.slice(0, 40))} is written in ${tag === "" ? "no language that one could tell" : tag}`, () => {
    assert.equal(languageOf(text), tag);
  });
}
