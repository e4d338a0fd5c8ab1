using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.FileProviders;

namespace Marketplace.Api.GraphQL;

/// <summary>GraphiQL for developers, at /graphql/ui, from files of this machine only.</summary>
internal static class Explorer
{
    private const string Path = "/graphql/ui";
    private static readonly string[] Files = ["react/umd/react.production.min.js", "react-dom/umd/react-dom.production.min.js", "graphiql/graphiql.min.js", "graphiql/graphiql.min.css"];

    private const string Script = """
        const defaultQuery = `# Products, found in Vietnamese or English
        {
          products(search: "keo dua sau rieng", first: 3) {
            totalCount
            edges {
              why { criterion { label } words }
              node { name stars producer { name } offers { price { formatted } } }
            }
            facets { label values { label count } }
          }
        }
        `;
        ReactDOM.createRoot(document.getElementById('explorer')).render(
          React.createElement(GraphiQL, { fetcher: GraphiQL.createFetcher({ url: '/graphql' }), defaultQuery }));
        """;

    private static readonly string Page = $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>GraphQL – Chợ Xứ Dừa</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="{Path}/graphiql/graphiql.min.css">
        <style>body, #explorer {"{"} margin: 0; height: 100vh {"}"}</style>
        </head>
        <body>
        <div id="explorer"></div>
        <script src="{Path}/react/umd/react.production.min.js"></script>
        <script src="{Path}/react-dom/umd/react-dom.production.min.js"></script>
        <script src="{Path}/graphiql/graphiql.min.js"></script>
        <script>{Script}</script>
        </body>
        </html>
        """;

    // Its editor writes style elements, and its style sheet holds its fonts; everything else is ours and of this origin.
    private static readonly string Policy =
        $"default-src 'none'; connect-src 'self'; font-src 'self' data:; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self' 'sha256-{Hash(Script)}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Serves the page if the files are there; they are installed by the build (see the project file).</summary>
    public static void Map(IEndpointRouteBuilder routes, string packages)
    {
        if (!Directory.Exists(packages))
        {
            return;
        }

        var files = new PhysicalFileProvider(System.IO.Path.GetFullPath(packages));
        routes.MapGet(Path, (HttpContext http) =>
        {
            http.Response.Headers.ContentSecurityPolicy = Policy;
            return Results.Content(Page, "text/html; charset=utf-8");
        });
        foreach (var file in Files)
        {
            routes.MapGet(Path + "/" + file, () => Results.File(files.GetFileInfo(file).PhysicalPath ?? "", file.EndsWith(".css", StringComparison.Ordinal) ? "text/css" : "text/javascript"));
        }
    }

    private static string Hash(string script) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
}
