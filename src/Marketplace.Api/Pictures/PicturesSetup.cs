using Marketplace.Api.Evidence;
using Marketplace.Api.Hosting;
using Marketplace.Core.Files;
using Marketplace.Files.Papers;
using Marketplace.Files.Pictures;
using Marketplace.Files.Storage;

namespace Marketplace.Api.Pictures;

/// <summary>Puts pictures, papers and the files behind them into the host.</summary>
internal static class PicturesSetup
{
    public static IServiceCollection AddPictures(this IServiceCollection services, FileSettings settings)
    {
        if (settings.S3 is { } bucket)
        {
            services.AddSingleton<IFileStore>(_ => new S3Files(bucket));
        }
        else
        {
            services.AddSingleton<IFileStore>(_ => new FolderFiles(settings.Directory));
        }

        return services.AddSingleton<PictureMaker>().AddSingleton<PictureUpload>().AddSingleton<PictureAnswer>().AddSingleton<PaperMaker>().AddSingleton<EvidenceUpload>();
    }

    /// <summary>Serves them at /pictures. Nothing below it is ever the storefront's.</summary>
    public static void MapPictures(this IEndpointRouteBuilder routes) =>
        routes.Map(PicturePath.Root + "/{**path}", static http => http.RequestServices.GetRequiredService<PictureAnswer>().AnswerAsync(http));
}
