#!/usr/bin/env bash
# @actions/exec 3.0.0 and azure-pipelines-task-lib 5.281.0 (npm), which read a command line by the same rules. Needs npm.
# Expected: an argument in quotes arrives as it stands, and "" arrives as an empty one, as in a shell.
# Seen: @actions/exec leaves empty ones out, so that the next argument takes their place: `docker run --entrypoint "" IMAGE COMMAND` takes the
# image for the entrypoint and the command for the image. The task library keeps them. Both cut off the blanks within the last one's quotes,
# but not within another's.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent @actions/exec@3.0.0 azure-pipelines-task-lib@5.281.0
echo 'console.log(JSON.stringify(process.argv.slice(2)))' > show.cjs
cat > run.mjs <<'JS'
import { getExecOutput } from '@actions/exec';
import { ToolRunner } from 'azure-pipelines-task-lib/toolrunner.js';
import { execSync } from 'node:child_process';
for (const line of ['run --entrypoint "" image command', 'a ""', '" a " b', 'a " b "']) {
  const actions = (await getExecOutput(`node show.cjs ${line}`, [], { silent: true })).stdout.trim();
  const tasks = new ToolRunner(process.execPath);
  tasks.line(line);
  console.log(`${line}: shell ${execSync(`node show.cjs ${line}`).toString().trim()}, actions ${actions}, tasks ${JSON.stringify(tasks.args)}`);
}
JS
seen=$(node run.mjs | grep -v '^##vso')
echo "$seen"
[ "$seen" = "run --entrypoint \"\" image command: shell [\"run\",\"--entrypoint\",\"\",\"image\",\"command\"], actions [\"run\",\"--entrypoint\",\"image\",\"command\"], tasks [\"run\",\"--entrypoint\",\"\",\"image\",\"command\"]
a \"\": shell [\"a\",\"\"], actions [\"a\"], tasks [\"a\",\"\"]
\" a \" b: shell [\" a \",\"b\"], actions [\" a \",\"b\"], tasks [\" a \",\"b\"]
a \" b \": shell [\"a\",\" b \"], actions [\"a\",\"b\"], tasks [\"a\",\"b\"]" ] || { echo "changed"; exit 1; }
