using System.Globalization;
using Marketplace.Core.Files;
using Marketplace.Core.Pictures;
using Microsoft.Net.Http.Headers;

namespace Marketplace.Api.Pictures;

/// <summary>
/// Answers with a rendition out of the store. The database is not asked: a rendition lies there from just before its picture's row is saved until
/// just after that is removed, and its address holds an id that nobody can guess.
/// </summary>
internal sealed class PictureAnswer(IFileStore files)
{
    private const string Forever = "public, max-age=31536000, immutable";

    public async Task AnswerAsync(HttpContext http)
    {
        var (request, response) = (http.Request, http.Response);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            response.Headers.Allow = "GET, HEAD";
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        if (PicturePath.Read(request.Path.Value ?? "") is not { } named
            || await files.OpenAsync(Rendition.KeyOf(named.PictureId, named.Width, named.Format), http.RequestAborted) is not { } file)
        {
            // A picture that is just being sent may be there in a second.
            response.Headers.CacheControl = "no-store";
            response.StatusCode = StatusCodes.Status404NotFound;
            response.ContentType = "text/plain; charset=utf-8";
            await response.WriteAsync("Không có ảnh này. / There is no such picture.", http.RequestAborted);
            return;
        }

        await using (file)
        {
            // The content under an address never changes, so the address is tag enough.
            var tag = new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{named.PictureId:N}-{named.Width}-{named.Format}\""));
            response.Headers.CacheControl = Forever;
            response.GetTypedHeaders().ETag = tag;
            if (request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false)))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            response.ContentType = Rendition.ContentTypeOf(named.Format);
            response.ContentLength = file.Length;
            if (HttpMethods.IsGet(request.Method))
            {
                await file.Content.CopyToAsync(response.Body, http.RequestAborted);
            }
        }
    }
}
