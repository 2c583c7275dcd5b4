import type { ComponentChild } from "preact";
import type { Dropped } from "./dropped.ts";
import { Editor } from "./editor.tsx";
import { InputList } from "./input-list.tsx";
import { PASTE } from "./inputs.ts";
import { Notices } from "./notices.tsx";
import type { Reading } from "./use-reading.ts";
import { Viewer } from "./viewer.tsx";

interface CapturedProps {
  readonly reading: Reading;
  readonly onFiles: (dropped: Dropped) => void;
  /** A text that is too long for the editor. */
  readonly onLong: (text: string) => void;
}

/** What was captured: where it is handed in, and the text with what became of its lines. */
export function Captured({ reading, onFiles, onLong }: CapturedProps): ComponentChild {
  const { state, change, onText, classes, version } = reading;
  const { inputs, shown, source, notices } = state;
  const marked = state.marked?.source === source ? state.marked : null;
  return (
    <section class="captured" aria-labelledby="captured">
      <h2 id="captured">Captured</h2>
      <InputList
        inputs={inputs}
        shown={shown}
        source={source}
        onFiles={(files) => onFiles({ inputs: files.map((file) => ({ name: file.name, bytes: file })), notices: [] })}
        onRemove={(name) => change({ is: "removed", name })}
        onSource={(chosen) => change({ is: "chosen", source: chosen })}
      />
      <Notices notices={notices} onDismiss={() => change({ is: "said", notices: [] })} />
      <Editor
        hidden={source !== PASTE}
        classes={classes}
        version={version}
        marked={source === PASTE ? marked : null}
        onText={onText}
        onLong={onLong}
      />
      {source !== PASTE && <FileText key={source} reading={reading} />}
    </section>
  );
}

/** The text of what was dropped, in place of the editor, which keeps its own. */
function FileText({ reading: { state, classes, version, reader, lines } }: Pick<CapturedProps, "reading">) {
  const { source, marked } = state;
  const shown = state.shown.find(({ name }) => name === source);
  return (
    <Viewer
      source={source}
      lines={shown?.lines ?? 0}
      extent={shown?.extent ?? "whole"}
      classes={classes}
      version={version}
      marked={marked?.source === source ? marked : null}
      ask={reader.showLines}
      answers={lines}
    />
  );
}
