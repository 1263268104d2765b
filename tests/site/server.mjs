// Serves one folder over HTTP, as a plain web server would, below a path of its own.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.xml': 'application/xml',
  '.ics': 'text/calendar; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

// Gives {url, missed, close}: `url` ends in the prefix, `missed` collects what was asked for and is not there.
// `rewrite(name, bytes)` may change a file on its way out.
export async function serve(folder, { prefix = '/', rewrite = (name, bytes) => bytes } = {}) {
  const missed = [];
  const server = http.createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    const name = asked.startsWith(prefix) ? asked.slice(prefix.length) || 'index.html' : null;
    const file = name === null ? null : path.join(folder, name);
    if (file === null || !file.startsWith(folder + path.sep) || !fs.existsSync(file) || !fs.statSync(file).isFile()) {
      missed.push(asked);
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('not found');
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream' });
    response.end(rewrite(name, fs.readFileSync(file)));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${server.address().port}${prefix}`, missed, close: () => server.close() };
}

// All files below a folder, as paths from it with slashes, sorted.
export function filesBelow(folder) {
  const found = [];
  const todo = [''];
  while (todo.length > 0) {
    const at = todo.pop();
    for (const entry of fs.readdirSync(path.join(folder, at), { withFileTypes: true })) {
      const name = at === '' ? entry.name : `${at}/${entry.name}`;
      if (entry.isDirectory()) todo.push(name);
      else found.push(name);
    }
  }
  return found.sort();
}

// The relative url of a file, each part percent-encoded.
export const urlOf = (name) => name.split('/').map(encodeURIComponent).join('/');
