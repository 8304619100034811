// Runs the program as cargo builds it. With `VERSUS_FEATURES`, which `./build.sh test` sets, it is built with them: so
// all tests run one program, and it is compiled once.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export const root = new URL('../', import.meta.url).pathname;

const features = process.env.VERSUS_FEATURES ? ['--features', process.env.VERSUS_FEATURES] : [];

/** Gives what it prints, when `options.stdio` lets it. */
export const versus = (args, options) => execFileSync('cargo', ['run', '--release', '--locked', '--quiet', ...features, '--manifest-path', join(root, 'Cargo.toml'), '--', ...args], options);
