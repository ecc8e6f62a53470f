// Turns the body fields of an article into editors. Writes only what readers' pages know; never on its own:
// no rule changes what is typed, and a body that nobody touches is sent back letter for letter.
import {
  Blockquote, Bold, BulletList, Code, Document, Editor, Extension, Gapcursor, HardBreak, Heading, History,
  HorizontalRule, Italic, Link, ListItem, Mark, Node, OrderedList, Paragraph, Placeholder, Strike, Subscript,
  Superscript, Table, TableCell, TableHeader, TableRow, Text, Underline,
} from "django-prose-editor/editor";
import { askWhereTo } from "newsroom/links";

// Who said what is quoted: the last line of a quotation. Enter leads from the words to it, and from it out.
const Sayer = Node.create({
  name: "sayer",
  content: "inline*",
  defining: true,
  parseHTML: () => [{ tag: "footer" }],
  renderHTML: () => ["footer", 0],
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        if (!editor.isActive("sayer")) return false;
        const after = editor.state.selection.$from.after(-1);
        return editor.chain().insertContentAt(after, { type: "paragraph" }).setTextSelection(after + 1).run();
      },
    };
  },
});

// What an imported text may carry and no button makes: kept as it came.
const kept = (tag, ...attributes) =>
  Mark.create({
    name: tag,
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
    addAttributes: () => Object.fromEntries(attributes.map((name) => [name, { default: null }])),
  });
const Languages = Extension.create({
  name: "languages",
  addGlobalAttributes: () => [
    { types: ["paragraph"], attributes: { dir: { default: null }, lang: { default: null } } },
    { types: ["link"], attributes: { lang: { default: null } } },
  ],
});

// What is pasted keeps its meaning and loses its looks. Word processors say «strong» in a style, which the
// policy of the page refuses to read, so it is written down beforehand as a mark that Strong below knows.
const unstyled = (html) =>
  html
    .replace(/\s(?:on\w+|dir)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, "")
    .replace(/\sstyle\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, (_, style) => {
      if (/font-weight:\s*(bold|[6-9]00)/i.test(style)) return " data-strong";
      return /font-weight:\s*(normal|400)/i.test(style) ? " data-plain" : "";
    })
    .replace(/<style\b[\s\S]*?<\/style>/gi, "");
const Strong = Bold.extend({
  parseHTML: () => [{ tag: "strong" }, { tag: "b:not([data-plain])" }, { tag: "span[data-strong]" }],
});

const extensions = (words) => [
  Document, Paragraph, Text, HardBreak, History, Gapcursor, Languages, Sayer,
  Strong, Italic, Underline, Strike, Subscript, Superscript, Code,
  Heading.configure({ levels: [2, 3, 4] }),
  Blockquote.extend({ content: "block+ sayer?" }),
  BulletList, OrderedList.configure({ enableListAttributes: false }), ListItem,
  HorizontalRule, Table, TableRow, TableHeader, TableCell,
  Link.configure({ enableTarget: false, autolink: false, protocols: ["mailto"] }),
  kept("bdi", "dir", "lang"), kept("abbr", "title"), kept("cite"), kept("q"),
  Placeholder.configure({
    includeChildren: true,
    placeholder: ({ node }) => (node.type.name === "sayer" ? words.sayer : words.placeholder),
  }),
];

// One row for each button: what shows that it is in force, when it can be pressed, what it does.
const BUTTONS = [
  ["heading", (e) => e.isActive("heading", { level: 2 }), (c) => c.toggleHeading({ level: 2 })],
  ["subheading", (e) => e.isActive("heading", { level: 3 }), (c) => c.toggleHeading({ level: 3 })],
  ["bold", (e) => e.isActive("bold"), (c) => c.toggleBold()],
  ["quote", (e) => e.isActive("blockquote"), (c) => c.toggleBlockquote()],
  ["sayer", (e) => e.isActive("sayer"), (c) => c.toggleNode("sayer", "paragraph")],
  ["list", (e) => e.isActive("bulletList"), (c) => c.toggleBulletList()],
  ["numbers", (e) => e.isActive("orderedList"), (c) => c.toggleOrderedList()],
  ["link", (e) => e.isActive("link"), null],
  ["unlink", null, (c) => c.unsetLink()],
  ["undo", null, (c) => c.undo()],
  ["redo", null, (c) => c.redo()],
];
const POSSIBLE = {
  unlink: (editor) => editor.isActive("link"),
  sayer: (editor) => editor.isActive("blockquote") && editor.can().toggleNode("sayer", "paragraph"),
  undo: (editor) => editor.can().undo(),
  redo: (editor) => editor.can().redo(),
};

const RARE = ["sayer", "unlink"];

async function askForLink(editor, words, { dataset, lang }) {
  const [, leave = ""] = location.pathname.match(/\/(\d+)\/change\/$/) ?? [];
  const { href = "" } = editor.getAttributes("link");
  const answer = await askWhereTo({ words, stories: dataset.stories, leave, href });
  const chain = editor.chain().focus();
  if (!answer) return chain.run();
  if (!editor.state.selection.empty || href) {
    return chain.extendMarkRange("link").setLink({ href: answer.href }).run();
  }
  // Nothing was selected: the story's title is what readers press.
  const foreign = answer.language && answer.language !== lang ? answer.language : null;
  const marks = [{ type: "link", attrs: { href: answer.href, lang: foreign } }];
  return chain.insertContent({ type: "text", text: answer.text ?? answer.href, marks }).run();
}

function makeBar(editor, words, textarea) {
  const bar = document.createElement("div");
  bar.className = "editor-bar";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", words.bar);
  const refreshers = BUTTONS.filter(([name]) => name in words).map(([name, active, run]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words[name];
    button.addEventListener("click", () => {
      if (run) run(editor.chain().focus()).run();
      else askForLink(editor, words, textarea);
    });
    bar.append(button);
    return () => {
      button.disabled = name in POSSIBLE && !POSSIBLE[name](editor);
      button.hidden = button.disabled && RARE.includes(name);
      if (active) button.setAttribute("aria-pressed", String(active(editor)));
    };
  });
  const count = document.createElement("span");
  count.className = "editor-count";
  bar.append(count);
  const refresh = () => {
    refreshers.forEach((one) => one());
    const found = editor.getText().match(/\S+/g);
    count.textContent = `${words.count} ${found ? found.length : 0}`;
  };
  editor.on("transaction", refresh);
  refresh();
  return bar;
}

function open(textarea) {
  const words = JSON.parse(textarea.dataset.bodyEditor);
  const frame = document.createElement("div");
  frame.className = "editor";
  textarea.before(frame);
  textarea.hidden = true;
  const label = document.querySelector(`label[for="${textarea.id}"]`);
  const editor = new Editor({
    element: frame,
    injectCSS: false,
    enableInputRules: false,
    editable: !textarea.disabled,
    content: textarea.value,
    extensions: extensions(words),
    editorProps: {
      transformPastedHTML: unstyled,
      attributes: {
        dir: textarea.dir, lang: textarea.lang, role: "textbox", "aria-multiline": "true",
        "aria-label": label ? label.textContent.replace(/:\s*$/, "") : "", spellcheck: "true",
      },
    },
    onUpdate() {
      textarea.value = editor.isEmpty ? "" : editor.getHTML();
      textarea.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  // A script wrote the field: what was kept is restored, or another version chosen.
  textarea.addEventListener("newsroom:fill", () => editor.commands.setContent(textarea.value, { emitUpdate: false }));
  frame.prepend(makeBar(editor, words, textarea));
  label?.addEventListener("click", () => editor.commands.focus());
}

document.querySelectorAll("[data-body-editor]").forEach(open);
