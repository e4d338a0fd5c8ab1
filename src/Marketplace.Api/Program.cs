using Marketplace.Api;
using Marketplace.Api.Accounts;
using Marketplace.Api.Commands;
using Marketplace.Api.Evidence;
using Marketplace.Api.FrontDoor;
using Marketplace.Api.Hosting;
using Marketplace.Api.Imports;
using Marketplace.Api.Machines;
using Marketplace.Api.Ordering;
using Marketplace.Api.Payments;
using Marketplace.Api.Pictures;
using Marketplace.Data;
using Microsoft.Extensions.Options;

try
{
    var command = Command.Of(args);
    var builder = WebApplication.CreateBuilder(command.HostArguments);
    builder.AddMarketplace();
    builder.AddAccounts();
    builder.AddMachines();
    builder.AddPayments();
    builder.Services.AddOrdering();
    builder.Services.AddMarketplaceGraphQL();
    builder.AddFrontDoor();

    await using var app = builder.Build();
    if (command.Run is { } run)
    {
        return await run(app.Services, CancellationToken.None);
    }

    app.Services.BeginMarketplaceGraphQL();
    await app.Services.GetRequiredService<Preparation>().RunAsync(CancellationToken.None);
    app.UseFrontDoor();
    var visitors = app.Services.GetRequiredService<VisitorReader>();
    app.MapMarketplaceGraphQL(VisitorAddress.Of, visitors.ReadAsync, visitors.AgainAsync);
    app.MapPictures();
    app.MapPictureUploads();
    app.MapImports();
    app.MapEvidence();
    app.MapPaymentEvents();
    app.MapOrderDocuments();
    app.MapOrderPads();
    app.MapSandbox();
    app.MapFrontDoor(MarketplaceSetup.Generation);
    app.AnnounceWhenStarted();
    await app.RunAsync();
    return 0;
}
catch (Exception refused) when (refused is StartException or OptionsValidationException or DatabaseUnusableException)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}

/// <summary>The host; public so that tests can start it.</summary>
public sealed partial class Program;
