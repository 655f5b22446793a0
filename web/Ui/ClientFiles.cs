using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace CapacityBoard.Ui;

/// <summary>Serves scripts, styles and images, compressed as they were at the build where the browser takes that.</summary>
internal static class ClientFiles
{
    private const string ForGood = "public, max-age=31536000, immutable";
    private const string AskEachTime = "no-cache";

    /// <summary>A service worker, which is for all pages although it is not beside them.</summary>
    private const string Worker = ".worker.js";

    /// <summary>By preference: the name of each encoding, and how a file's name ends that is in it.</summary>
    private static readonly (string Encoding, string End)[] Encodings = [("br", ".br"), ("gzip", ".gz")];

    public static void UseClientFiles(this WebApplication app)
    {
        app.Use((http, next) =>
        {
            if (http.Request.Path.StartsWithSegments("/dist") && Encoded(http.Request, app.Environment.WebRootFileProvider.GetFileInfo) is { } path)
            {
                http.Request.Path = path;
            }

            return next(http);
        });
        app.UseStaticFiles(new StaticFileOptions { ContentTypeProvider = new TypesOfEncoded(), OnPrepareResponse = file => Describe(file.Context, file.File.Name) });
    }

    private static PathString? Encoded(HttpRequest request, Func<string, Microsoft.Extensions.FileProviders.IFileInfo> find)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        foreach (var (encoding, end) in Encodings)
        {
            if (accepted.Any(each => each.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && each.Quality is not 0) && find($"{request.Path}{end}").Exists)
            {
                return $"{request.Path}{end}";
            }
        }

        return null;
    }

    private static void Describe(HttpContext http, string name)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = NamesItsVersion(http.Request) ? ForGood : AskEachTime;
        if (http.Request.Path.StartsWithSegments("/dist"))
        {
            headers.Vary = HeaderNames.AcceptEncoding;
        }

        if (name.Contains(Worker, StringComparison.Ordinal))
        {
            headers["Service-Worker-Allowed"] = "/";
        }

        if (Encodings.FirstOrDefault(each => name.EndsWith(each.End, StringComparison.Ordinal)).Encoding is { } encoding)
        {
            headers.ContentEncoding = encoding;
        }
    }

    /// <summary>An address with a file's version is kept by browsers for good.</summary>
    private static bool NamesItsVersion(HttpRequest request) =>
        request.Query.ContainsKey("v") || request.Path.StartsWithSegments("/dist/chunks") || request.Path.StartsWithSegments("/dist/assets");

    /// <summary>A compressed file has the type of what it holds.</summary>
    private sealed class TypesOfEncoded : IContentTypeProvider
    {
        private readonly FileExtensionContentTypeProvider _types = new();

        public bool TryGetContentType(string subpath, [MaybeNullWhen(false)] out string contentType)
        {
            var end = Encodings.FirstOrDefault(each => subpath.EndsWith(each.End, StringComparison.Ordinal)).End;
            return _types.TryGetContentType(end is null ? subpath : subpath[..^end.Length], out contentType);
        }
    }
}
