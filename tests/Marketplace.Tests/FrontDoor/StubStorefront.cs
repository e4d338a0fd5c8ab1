using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Marketplace.Tests.FrontDoor;

/// <summary>A storefront of one small script in a folder of its own, so that the door is tested in milliseconds and against every misbehaviour.</summary>
internal sealed class StubStorefront : IDisposable
{
    /// <summary>What <c>/kept/traced?q=</c> asks the API, by its hash.</summary>
    private const string TracedDocument = "query Traced($search: String) { products(search: $search, first: 3) { totalCount nodes { name producer { name } } } }";

    private const string Script = """
        import crypto from 'node:crypto';
        import http from 'node:http';
        import fs from 'node:fs';

        const page = '<!doctype html><title>Stub</title>' + '<p>Kẹo dừa Bến Tre</p>'.repeat(200);
        let made = 0;
        // A page that says how often pages were made, by which process, and all that it was told.
        const kept = (more = {}, status = 200, filling = '') => (request, response) => {
            const body = JSON.stringify({ made: ++made, process: process.pid, url: request.url, headers: request.headers, filling });
            const headers = { 'content-type': 'text/html', 'content-length': Buffer.byteLength(body), etag: '"tag"', 'cache-control': 'public, s-maxage=600', ...more };
            response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
        };
        const whenLetGo = (answer) => (request, response) => {
            const look = setInterval(() => {
                if (fs.existsSync('hold')) return;
                clearInterval(look);
                answer(request, response);
            }, 5);
        };
        const answers = {
            '/kept': kept(),
            '/kept/cookie': kept({ 'set-cookie': 'a=b' }),
            '/kept/private': kept({ 'cache-control': 'private, no-store' }),
            '/kept/silent': kept({ 'cache-control': 'public, max-age=60' }),
            '/kept/varied': kept({ vary: 'accept-language' }),
            '/kept/missing': kept({}, 404),
            '/kept/moved': kept({ location: '/kept' }, 308),
            '/kept/large': kept({}, 200, 'x'.repeat(1100000)),
            '/kept/sized': kept({}, 200, 'Kẹo dừa Bến Tre '.repeat(2000)),
            '/kept/day': kept({ 'cache-control': 'public, max-age=86400, s-maxage=86400' }),
            '/kept/slow': whenLetGo(kept()),
            '/kept/broken': (request, response) => response.writeHead(200, { 'content-length': 5000, 'cache-control': 'public, s-maxage=600' }).write('x'.repeat(2000), () => response.destroy()),
            '/kept/price': async (request, response) => {
                const query = '{ product(slug: "keo-dua-sau-rieng-dong-a") { offers { price { amount } } } }';
                const answer = await fetch(process.env.API_URL, { method: 'POST', body: JSON.stringify({ query }), headers: { 'content-type': 'application/json', 'x-storefront-key': process.env.STOREFRONT_KEY } });
                kept({}, 200, await answer.text())(request, response);
            },
            '/kept/traced': async (request, response) => {
                const documentId = 'sha256:' + crypto.createHash('sha256').update(fs.readFileSync('traced.graphql')).digest('hex');
                const search = new URL(request.url, 'http://stub').searchParams.get('q');
                const { traceparent } = request.headers;
                const answer = await fetch(process.env.API_URL, { method: 'POST', body: JSON.stringify({ documentId, variables: { search } }), headers: { 'content-type': 'application/json', 'x-storefront-key': process.env.STOREFRONT_KEY, ...(traceparent ? { traceparent } : {}) } });
                kept({}, 200, await answer.text())(request, response);
            },
            '/da-luu': kept(),
            '/healthz': (request, response) => response.end('ok'),
            '/pid': (request, response) => response.end(String(process.pid)),
            '/headers': (request, response) => response.end(JSON.stringify(request.headers)),
            '/env': (request, response) => response.end(JSON.stringify(process.env)),
            '/block': () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0),
            '/packed': (request, response) => response.writeHead(200, { 'content-type': 'text/css', 'content-encoding': 'br' }).end(Buffer.from('CwSAYXt9Aw==', 'base64')),
            '/own-policy': (request, response) => response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': "script-src 'nonce-1'", server: 'stub', 'x-powered-by': 'stub' }).end(page),
        };
        const server = http.createServer((request, response) => {
            const answer = answers[request.url] ?? answers[new URL(request.url, 'http://stub').pathname];
            if (answer) answer(request, response);
            else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
        });
        const listen = () => process.env.SOCKET_PATH ? server.listen(process.env.SOCKET_PATH) : server.listen(Number(process.env.PORT), process.env.HOST);
        const wait = setInterval(() => {
            if (fs.existsSync('hold')) return;
            clearInterval(wait);
            listen();
        }, 5);
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stub-storefront-");

    public StubStorefront()
    {
        Write("package.json", """{ "type": "module" }""");
        Write("build/index.js", Script);
        Write("traced.graphql", TracedDocument);
        Write("build/persisted-documents.json", JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(TracedDocument)))] = TracedDocument,
        }));
        Write("build/client/_app/immutable/app.abc123.js", "export const kẹo = 'dừa';");
        Write("build/client/_app/immutable/app.abc123.js.br", "as if compressed with Brotli");
        Write("build/client/_app/immutable/app.abc123.js.gz", "as if compressed with gzip");
        Write("build/client/_app/version.json", """{ "version": "1" }""");
        Write("build/client/illustrations/keo-dua.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    }

    public string Folder => _folder.FullName;

    /// <summary>The next start listens only after <see cref="LetGo"/>, as a slow one would.</summary>
    public void Hold() => Write("hold", "");

    public void LetGo() => File.Delete(Path.Combine(Folder, "hold"));

    public void Unbuild() => File.Delete(Path.Combine(Folder, "build", "index.js"));

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
